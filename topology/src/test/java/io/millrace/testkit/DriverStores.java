package io.millrace.testkit;

import io.millrace.backbone.page.PageStores;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** Page stores of a topology under test. */
record DriverStores(TopologyTestDriver driver) implements PageStores {

    @Override
    public ReadOnlyKeyValueStore<String, byte[]> rows(final String name, final String key) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> receipts(final String name, final String key) {
        return driver.getWindowStore(name);
    }

    @Override
    public ReadOnlyWindowStore<byte[], byte[]> sums(final String name, final String key) {
        return driver.getWindowStore(name);
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> history(final String name, final String key) {
        return driver.getWindowStore(name);
    }
}
