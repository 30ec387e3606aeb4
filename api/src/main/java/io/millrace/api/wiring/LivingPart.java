package io.millrace.api.wiring;

import io.millrace.api.generation.PartStores;
import io.millrace.api.page.StreamsStores;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** What a running generation has in one partition. */
record LivingPart(StreamsStores stores, int partition) implements PartStores {

    @Override
    public ReadOnlyKeyValueStore<String, byte[]> rows(final String name) {
        return stores.part(name, partition);
    }

    @Override
    public ReadOnlyWindowStore<byte[], byte[]> sums(final String name) {
        return stores.sums(name, partition);
    }
}
