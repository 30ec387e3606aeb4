package io.millrace.backbone.page;

import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * What rows held before they changed. Each version stands at the time when it was replaced: a change costs one small
 * write, however often the row changes, and a past time is answered by the first that was replaced after it.
 */
final class History {

    /** How far back a remembered shelf can be asked for. */
    private static final Duration MEMORY = Duration.ofDays(31);

    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private History() {}

    static StoreBuilder<WindowStore<String, byte[]>> store(final String name) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(name, MEMORY, INSTANT, false), Serdes.String(), Serdes.ByteArray());
    }

    /** The row as it was at a time. The row as it is has to be read before, or its next change could be missed. */
    static @Nullable Row at(
            final ReadOnlyKeyValueStore<String, byte[]> rows,
            final ReadOnlyWindowStore<String, byte[]> history,
            final String key,
            final Instant at,
            final AvroCodec codec) {
        final byte[] now = rows.get(key);
        try (WindowStoreIterator<byte[]> later = history.fetch(key, at.plus(INSTANT), FOREVER)) {
            final byte[] then = later.hasNext() ? later.next().value : now;
            final Row row = then == null ? null : (Row) codec.decode(then);
            return row == null || row.getAt().isAfter(at) ? null : row;
        }
    }
}
