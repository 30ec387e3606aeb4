package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Tally;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Sums;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.WindowStore;

/** Sums per window of time: a windowed aggregation by desk, of as many keys as the desk has. */
public final class Tallies {

    /** The finest window there is; coarser ones are added up from it when asked for. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    public static final Duration RETENTION = Duration.ofDays(31);

    private Tallies() {}

    static void add(
            final KStream<byte[], byte[]> journal,
            final Business business,
            final AvroCodec codec,
            final Tally<SpecificRecord> tally) {
        final String name = PageNames.tally(business, tally);
        journal.processValues(() -> new Counting(codec, tally), Named.as(name + "-counts"))
                .groupByKey(Grouped.<byte[], Counted>as(name + "-by-desk").withKeySerde(Serdes.ByteArray()))
                .windowedBy(TimeWindows.ofSizeAndGrace(WINDOW, RETENTION.minus(WINDOW)))
                .aggregate(
                        () -> new byte[0],
                        (_, counted, before) -> sum(codec, before, counted),
                        Named.as(name + "-sums"),
                        Materialized.<byte[], byte[], WindowStore<Bytes, byte[]>>as(name)
                                .withKeySerde(Serdes.ByteArray())
                                .withValueSerde(Serdes.ByteArray())
                                .withRetention(RETENTION));
    }

    /** What an event counts, and which event it was. */
    record Counted(long seq, Tally.Count count) {}

    /** An event folded twice counts once: a window knows the last event it has. */
    private static byte[] sum(final AvroCodec codec, final byte[] before, final Counted counted) {
        final Sums sums = before.length == 0 ? new Sums(0L, new HashMap<>()) : (Sums) codec.decode(before);
        if (counted.seq() <= sums.getSeq()) {
            return before;
        }
        final Map<String, Map<String, Long>> byKey = sums.getByKey();
        counted.count().sums().forEach((key, more) -> {
            final Map<String, Long> sum = byKey.computeIfAbsent(key, _ -> new HashMap<>());
            more.forEach((name, amount) -> sum.merge(name, amount, Math::addExact));
        });
        return codec.encode(new Sums(counted.seq(), byKey));
    }

    private static final class Counting implements FixedKeyProcessor<byte[], byte[], Counted> {

        private final AvroCodec codec;
        private final Tally<SpecificRecord> tally;

        @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
        private FixedKeyProcessorContext<byte[], Counted> context;

        Counting(final AvroCodec codec, final Tally<SpecificRecord> tally) {
            this.codec = codec;
            this.tally = tally;
        }

        @Override
        public void init(final FixedKeyProcessorContext<byte[], Counted> processorContext) {
            context = processorContext;
        }

        @Override
        public void process(final FixedKeyRecord<byte[], byte[]> record) {
            final JournalEntry entry = (JournalEntry) codec.decode(record.value());
            final Optional<Tally.Count> count =
                    tally.counts().apply((SpecificRecord) entry.getPayload(), entry.getAt());
            count.ifPresent(it -> context.forward(record.withValue(new Counted(entry.getSeq(), it))
                    .withTimestamp(it.at().toEpochMilli())));
        }
    }
}
