package io.millrace.backbone.stream;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Rows by key, on disk and in a changelog. Between two commits a row that changes again and again, such as a stock level
 * or a desk's place in its journal, is written once; and what was touched lately is read without asking the disk's
 * index. What is queried here goes through the same memory, so nobody reads what is older.
 */
public final class RowStore {

    private RowStore() {}

    public static StoreBuilder<KeyValueStore<String, byte[]>> of(final String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** For rows that come and go in order, which a memory between would only slow down. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> direct(final String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }
}
