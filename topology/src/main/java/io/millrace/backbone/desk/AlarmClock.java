package io.millrace.backbone.desk;

import io.millrace.backbone.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Alarms in the order they are due. Ringing takes at most its budget per tick, so that commands never wait for it. */
final class AlarmClock {

    static final Duration TICK = Duration.ofMillis(200);
    private static final Duration BUDGET = Duration.ofMillis(50);

    private final KeyValueStore<String, byte[]> store;
    private final LongSupplier nanos;

    AlarmClock(final KeyValueStore<String, byte[]> store, final LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    /** {@code id} is the alarm command's own id, which makes the key unique. */
    static String key(final Instant at, final String desk, final String id) {
        return Shelf.padded(at.toEpochMilli(), 15) + "/" + desk + "/" + id;
    }

    /** Hands out what is due by now, by desk, and forgets it; true if anything rang. */
    boolean ring(final Instant now, final BiConsumer<String, byte[]> ringing) {
        final long deadline = nanos.getAsLong() + BUDGET.toNanos();
        boolean rang = false;
        try (KeyValueIterator<String, byte[]> due =
                store.range(key(Instant.EPOCH, "", ""), key(now.plusMillis(1), "", ""))) {
            while (due.hasNext() && nanos.getAsLong() < deadline) {
                final KeyValue<String, byte[]> alarm = due.next();
                store.delete(alarm.key);
                ringing.accept(alarm.key.split("/", 3)[1], alarm.value);
                rang = true;
            }
        }
        return rang;
    }
}
