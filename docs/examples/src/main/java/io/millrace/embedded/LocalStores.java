package io.millrace.embedded;

import io.millrace.backbone.page.PageStores;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** Page stores where all of them are in this process: Kafka Streams finds the partition itself. */
record LocalStores(KafkaStreams pages) implements PageStores {

    @Override
    public ReadOnlyKeyValueStore<String, byte[]> rows(final String name, final String key) {
        return pages.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> receipts(final String name, final String key) {
        return pages.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.windowStore()));
    }

    @Override
    public ReadOnlyWindowStore<byte[], byte[]> sums(final String name, final String key) {
        return pages.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.windowStore()));
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> history(final String name, final String key) {
        return pages.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.windowStore()));
    }
}
