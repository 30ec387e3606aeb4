package io.millrace.api.page;

import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.internals.StateStoreProvider;

/**
 * Rows of one partition, found once for all that a read asks of them, and asked by one at a time. Kafka Streams would
 * find them anew for each row. And its stores on disk keep all but one out by a monitor, at which virtual threads wait
 * for a thread of the machine to wake them: that costs more than what they came to read. Here one wakes the next.
 */
record OnePart(ReadOnlyKeyValueStore<String, byte[]> rows, Lock turn) implements ReadOnlyKeyValueStore<String, byte[]> {

    /** How it is found, in its turn as well. */
    record Type(Lock turn) implements QueryableStoreType<ReadOnlyKeyValueStore<String, byte[]>> {

        private static final QueryableStoreType<ReadOnlyKeyValueStore<String, byte[]>> ROWS =
                QueryableStoreTypes.keyValueStore();

        @Override
        public boolean accepts(final StateStore store) {
            return ROWS.accepts(store);
        }

        @Override
        public ReadOnlyKeyValueStore<String, byte[]> create(final StateStoreProvider stores, final String name) {
            return inTurn(turn, () -> new OnePart(stores.stores(name, ROWS).getFirst(), turn));
        }
    }

    @Override
    public byte[] get(final String key) {
        return inTurn(turn, () -> rows.get(key));
    }

    @Override
    public KeyValueIterator<String, byte[]> range(final String from, final String to) {
        return inTurn(turn, () -> rows.range(from, to));
    }

    @Override
    public KeyValueIterator<String, byte[]> reverseRange(final String from, final String to) {
        return inTurn(turn, () -> rows.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<String, byte[]> all() {
        return inTurn(turn, rows::all);
    }

    @Override
    public long approximateNumEntries() {
        return rows.approximateNumEntries();
    }

    private static <T> T inTurn(final Lock turn, final Supplier<T> asked) {
        turn.lock();
        try {
            return asked.get();
        } finally {
            turn.unlock();
        }
    }
}
