package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.PolledBatch;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.Reading;
import io.millrace.backbone.stream.UnfitException;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Repair;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Takes the journal, and repairs of what it broke; and tells readers how far each desk's pages are. */
final class PageProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** Within a long batch, readers who wait for a token are told so often how far the fold is. */
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Generation generation;
    private final Business business;
    private final AvroCodec codec;
    private final Map<String, Long> applied = new HashMap<>();
    private long told;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> rows;

    @SuppressWarnings("NullAway.Init")
    private JournalFold journal;

    PageProcessor(final Generation generation, final AvroCodec codec) {
        this.generation = generation;
        this.business = generation.business();
        this.codec = codec;
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        rows = context.getStateStore(PageNames.rows(business));
        journal = new JournalFold(generation, codec, context, this::appliedTo);
        applied.clear();
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        final Place place = Place.of(context.recordMetadata().orElseThrow());
        if (place.topic().equals(business.topic("repairs"))) {
            repair(record, place);
        } else {
            final JournalEntry entry = journal.fold(record, place);
            if (entry != null) {
                applied(entry);
            }
        }
        if (PolledBatch.endsAt(context.recordMetadata().orElseThrow())
                || System.nanoTime() - told > BETWEEN.toNanos()) {
            tellHowFar();
            told = System.nanoTime();
        }
    }

    private void repair(final Record<byte[], byte[]> record, final Place place) {
        try {
            final Repair repair = Reading.as(Repair.class, codec, record.value());
            if (Reader.isOfReactions(repair.getId())) {
                return;
            }
            final Place broken = Place.parse(repair.getId())
                    .filter(it -> it.topic().equals(business.topic("journal")))
                    .filter(it -> it.partition() == place.partition())
                    .orElseThrow(
                            () -> new UnfitException(repair.getId() + " is no place in this part of the journal."));
            journal.repair(record, repair, broken).forEach(this::applied);
        } catch (final RuntimeException e) {
            new Quarantine(Reader.PAGES, PageNames.TO_QUARANTINE, generation.voice()).take(context, record, e);
        }
    }

    private void applied(final JournalEntry entry) {
        applied.merge(entry.getDesk(), entry.getSeq(), Math::max);
    }

    private long appliedTo(final String desk) {
        return applied.computeIfAbsent(desk, it -> {
            final byte[] stored = rows.get(PageKeys.applied(it));
            return stored == null ? 0L : ByteBuffer.wrap(stored).getLong();
        });
    }

    /** Readers of a desk may see how far it is; so may those of every person, whichever partition they are in. */
    private void tellHowFar() {
        final boolean personal = !business.personals().isEmpty();
        applied.forEach((desk, seq) -> {
            final String key = PageKeys.applied(desk);
            final byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(seq).array();
            rows.put(key, value);
            if (personal) {
                final byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
                context.forward(new Record<>(bytes, value, context.currentSystemTimeMs()), PageNames.TO_PEOPLE);
            }
        });
        applied.clear();
    }
}
