package io.millrace.backbone.page;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** Where page stores come from: a running Streams instance, or a test driver. */
public interface PageStores {

    ReadOnlyKeyValueStore<String, byte[]> rows(String name, String key);

    ReadOnlyWindowStore<String, byte[]> receipts(String name, String key);

    ReadOnlyWindowStore<byte[], byte[]> sums(String name, String key);

    ReadOnlyWindowStore<String, byte[]> history(String name, String key);
}
