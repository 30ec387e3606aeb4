package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Tally;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Sums;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedWindowStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Sums per window of time, by desk and of as many keys as the desk has. To the gate a desk's tally is one more row: an
 * event that can't be counted parks it.
 */
public final class Tallies {

    /** The finest window there is; coarser ones are added up from it when asked for. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    public static final Duration RETENTION = Duration.ofDays(31);

    private final AvroCodec codec;
    private final Map<Tally<SpecificRecord>, TimestampedWindowStore<byte[], byte[]>> stores = new LinkedHashMap<>();

    Tallies(final Business business, final AvroCodec codec, final ProcessorContext<?, ?> context) {
        this.codec = codec;
        business.tallies().forEach(tally -> stores.put(tally, context.getStateStore(PageNames.tally(business, tally))));
    }

    static StoreBuilder<TimestampedWindowStore<byte[], byte[]>> store(final String name) {
        return Stores.timestampedWindowStoreBuilder(
                Stores.persistentTimestampedWindowStore(name, RETENTION, WINDOW, false),
                Serdes.ByteArray(),
                Serdes.ByteArray());
    }

    void count(final JournalEntry entry, final Gate gate) {
        stores.forEach((tally, store) -> {
            final String row = PageKeys.tally(entry.getDesk(), tally.path());
            if (gate.open(row)) {
                try {
                    tally.counts().apply(entry.event(), entry.getAt()).ifPresent(count -> add(store, entry, count));
                } catch (final RuntimeException e) {
                    gate.broken(row, e);
                }
            }
        });
    }

    /** An event folded twice counts once: a window knows the last event it has. */
    private void add(
            final TimestampedWindowStore<byte[], byte[]> store, final JournalEntry entry, final Tally.Count count) {
        final byte[] key = entry.getDesk().getBytes(StandardCharsets.UTF_8);
        final long at = count.at().toEpochMilli();
        final long window = at - Math.floorMod(at, WINDOW.toMillis());
        final Sums sums = Optional.ofNullable(store.fetch(key, window))
                .map(before -> (Sums) codec.decode(before.value()))
                .orElseGet(() -> new Sums(0L, new HashMap<>()));
        if (entry.getSeq() <= sums.getSeq()) {
            return;
        }
        final Map<String, Map<String, Long>> byKey = sums.getByKey();
        count.sums().forEach((what, more) -> {
            final Map<String, Long> sum = byKey.computeIfAbsent(what, _ -> new HashMap<>());
            more.forEach((name, amount) -> sum.merge(name, amount, Math::addExact));
        });
        store.put(key, ValueAndTimestamp.make(codec.encode(new Sums(entry.getSeq(), byKey)), at), window);
    }
}
