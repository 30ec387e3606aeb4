package io.millrace.infra.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a backup is whole: each file as it was written, and each desk's journal numbered without a gap. */
public final class Verify {

    private static final String JOURNAL = ".journal";
    private static final String SCHEMAS = "_schemas";
    private static final int MAGIC = 5;

    private final Path folder;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    private Verify(final Path folder) {
        this.folder = folder;
    }

    /** @throws BackupException saying what is wrong with it */
    public static Manifest file(final Path folder) {
        final Manifest manifest = Manifest.in(folder);
        final Verify verify = new Verify(folder);
        manifest.topics().forEach(verify::whole);
        manifest.topics().stream()
                .filter(it -> it.name().equals(SCHEMAS))
                .forEach(it -> Lines.each(folder, it.name(), verify::learn));
        manifest.topics().stream().filter(it -> it.name().endsWith(JOURNAL)).forEach(verify::numbered);
        return manifest;
    }

    private void whole(final Manifest.Saved topic) {
        if (!Files.exists(Lines.file(folder, topic.name()))) {
            throw new BackupException("The file of " + topic.name() + " is missing.");
        }
        if (!Lines.sha256(folder, topic.name()).equals(topic.sha256())) {
            throw new BackupException("The file of " + topic.name() + " is not the one that was written.");
        }
        final long[] counts = new long[topic.counts().size()];
        Lines.each(folder, topic.name(), line -> counts[line.partition()]++);
        for (int partition = 0; partition < counts.length; partition++) {
            if (counts[partition] != topic.counts().get(partition)) {
                throw new BackupException(topic.name() + "-" + partition + " has " + counts[partition]
                        + " records, not " + topic.counts().get(partition) + ".");
            }
        }
    }

    /** The registry keeps schemas as records, by which the others can be read. */
    private void learn(final Line line) {
        if (line.value() == null) {
            return;
        }
        final JsonNode value = JsonMapper.shared().readTree(line.value());
        if (value.has("schema") && value.has("id")) {
            final Schema schema = new Schema.Parser().parse(value.get("schema").asString());
            readers.put(value.get("id").asInt(), new GenericDatumReader<>(schema));
        }
    }

    private void numbered(final Manifest.Saved journal) {
        final Map<String, Long> last = new HashMap<>();
        Lines.each(folder, journal.name(), line -> {
            final GenericRecord event = event(line.value());
            if (event == null) {
                return;
            }
            final String desk = String.valueOf(event.get("desk"));
            final long seq = (Long) event.get("seq");
            final long expected = last.getOrDefault(desk, 0L) + 1;
            if (seq != expected) {
                throw new BackupException("The journal of " + desk + " in " + journal.name() + " has " + seq + " after "
                        + (expected - 1) + ".");
            }
            last.put(desk, seq);
        });
    }

    /** Null for what somebody else has written there: it is no event. */
    private @Nullable GenericRecord event(final byte @Nullable [] value) {
        if (value == null || value.length < MAGIC || value[0] != 0) {
            return null;
        }
        final GenericDatumReader<GenericRecord> reader =
                readers.get(ByteBuffer.wrap(value, 1, Integer.BYTES).getInt());
        if (reader == null) {
            return null;
        }
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(value, MAGIC, value.length - MAGIC, null));
        } catch (final IOException | RuntimeException e) {
            return null;
        }
    }
}
