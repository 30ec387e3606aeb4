package io.millrace.testkit;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.Sums;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.client.SchemaRegistry;
import io.millrace.schemas.wire.AvroCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** All that could be wrong with a record of a topic: bytes, schema, type, key, desk. Headers are wrong too. */
final class Poison {

    /** Stands for a desk that no life is about, another one each time: behind a broken entry its own desk waits. */
    private static final String DESK = "poisoned-";

    private final SchemaRegistry registry;
    private final AvroCodec codec;
    private final Business business;
    private final Random random = new Random(7);

    Poison(final Business business) {
        this.business = business;
        this.registry = SchemaRegistries.of(Map.of("schema.registry.url", "mock://" + business.name()));
        this.codec = new AvroCodec(registry, true);
    }

    List<TestRecord<byte[], byte[]>> of(final String topic) {
        final List<TestRecord<byte[], byte[]>> all = unreadable();
        if (!topic.endsWith(".people") && !topic.endsWith(".acts") && !topic.endsWith(".quarantine")) {
            // whose row it is stands in the key alone, acts go by their ids, and quarantine takes everything
            all.add(record(DESK, sound(topic)));
            all.add(record(null, sound(topic)));
        }
        return all;
    }

    List<TestRecord<byte[], byte[]>> unreadable() {
        final byte[] noise = new byte[1_000];
        random.nextBytes(noise);
        final byte[] another = codec.encode("another-value", new Sums(1L, Map.of()));
        return new ArrayList<>(List.of(
                record(DESK, noise),
                record(DESK, new byte[0]),
                record(DESK, new byte[] {0, 0, 0, 0, 0, 1}),
                record(DESK, new byte[] {0, -1, -2, -3, -4, 5}),
                record(DESK, new byte[] {0, 0, 1, 2, 3, 4, 5}),
                record(DESK, null),
                record(null, noise),
                record(null, null),
                record(null, another),
                record("~/" + DESK, noise),
                record("no/desk@all, ever", another),
                record(DESK, another)));
    }

    /** A record of the right type, with anything in it. */
    private byte[] sound(final String topic) {
        final Schema schema = Catalogue.of(business).stream()
                .filter(it -> it.name().equals(topic))
                .map(it -> SpecificData.get().getSchema(it.value()))
                .findFirst()
                .orElseThrow();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(registry.register(topic + "-value", schema))
                .array());
        final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<Object>(schema)
                    .write(new RandomData(schema, 1, 7L).iterator().next(), encoder);
            encoder.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private TestRecord<byte[], byte[]> record(final @Nullable String name, final byte @Nullable [] value) {
        final RecordHeaders headers = new RecordHeaders();
        headers.add(new RecordHeader("millrace-ask", (byte[]) null));
        headers.add("millrace-place", "not at all".getBytes(StandardCharsets.UTF_8));
        final String key = DESK.equals(name) ? DESK + random.nextInt(1_000_000) : name;
        return new TestRecord<>(
                key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, headers, DeskTrial.NOON);
    }
}
