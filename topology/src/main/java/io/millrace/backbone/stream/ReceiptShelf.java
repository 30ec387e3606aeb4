package io.millrace.backbone.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Receipts by {@code desk/commandId}, kept for the retention and dropped a segment at a time. A receipt stands in the
 * period it was given in, so that it is found by a few point look-ups, which Bloom filters make cheap for new commands.
 */
public final class ReceiptShelf {

    /** How long the same command gets the same receipt. */
    public static final Duration RETENTION = Duration.ofHours(24);

    private static final Duration PERIOD = Duration.ofHours(12);
    private static final int PERIODS = (int) (RETENTION.toMillis() / PERIOD.toMillis()) + 1;

    private ReceiptShelf() {}

    public static StoreBuilder<WindowStore<String, byte[]>> store(final String name) {
        return Stores.windowStoreBuilder(
                MendedWindows.of(Stores.persistentWindowStore(name, RETENTION.plus(PERIOD), PERIOD, false)),
                Serdes.String(),
                Serdes.ByteArray());
    }

    public static Optional<byte[]> find(
            final ReadOnlyWindowStore<String, byte[]> store, final String desk, final String id, final Instant now) {
        final String key = key(desk, id);
        for (int ago = 0; ago < PERIODS; ago++) {
            final byte[] found = store.fetch(key, period(now) - ago * PERIOD.toMillis());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    public static void put(
            final WindowStore<String, byte[]> store,
            final String desk,
            final String id,
            final byte[] receipt,
            final Instant at) {
        store.put(key(desk, id), receipt, period(at));
    }

    private static String key(final String desk, final String id) {
        return desk + "/" + id;
    }

    private static long period(final Instant at) {
        return at.toEpochMilli() - Math.floorMod(at.toEpochMilli(), PERIOD.toMillis());
    }
}
