package io.millrace.backbone.desk;

import io.millrace.backbone.Shelf;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Alarms in the order they are due. Only so many ring at a time, because callers' commands wait behind them; and it
 * begins where the first alarm stands, because those that rang leave a trail of graves before it.
 */
final class AlarmClock {

    private static final int DIGITS = 15;

    /** As long as a desk's work for these, a caller may wait. */
    static final int MANY = 64;

    private final KeyValueStore<String, byte[]> store;

    /** No alarm stands before it; null when there is none at all. */
    private @Nullable String first = key(Instant.EPOCH, "", "");

    AlarmClock(final KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** {@code id} is the alarm command's own id, which makes the key unique. */
    static String key(final Instant at, final String desk, final String id) {
        return Shelf.padded(at.toEpochMilli(), DIGITS) + "/" + desk + "/" + id;
    }

    void set(final String key, final byte[] alarm) {
        store.put(key, alarm);
        if (first == null || key.compareTo(first) < 0) {
            first = key;
        }
    }

    /** When the next alarm may be due, if any is set. */
    @Nullable
    Instant first() {
        return first == null ? null : Instant.ofEpochMilli(Long.parseLong(first.substring(0, DIGITS)));
    }

    /** Hands out what is due by now, by desk, and forgets it; says how many. */
    int ring(final Instant now, final BiConsumer<String, byte[]> ringing) {
        final String end = key(now.plusMillis(1), "", "");
        if (first == null || first.compareTo(end) >= 0) {
            return 0;
        }
        int rang = 0;
        try (KeyValueIterator<String, byte[]> due = store.range(first, null)) {
            first = null;
            while (due.hasNext()) {
                final KeyValue<String, byte[]> alarm = due.next();
                if (alarm.key.compareTo(end) >= 0 || rang == MANY) {
                    first = alarm.key;
                    break;
                }
                store.delete(alarm.key);
                ringing.accept(alarm.key.split("/", 3)[1], alarm.value);
                rang++;
            }
        }
        return rang;
    }
}
