package io.millrace.backbone.page;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.jspecify.annotations.Nullable;

/** Where page stores come from: a running Streams instance, or a test driver. */
public interface PageStores {

    ReadOnlyKeyValueStore<String, byte[]> rows(String name, String key);

    ReadOnlyWindowStore<String, byte[]> receipts(String name, String key);

    ReadOnlyWindowStore<byte[], byte[]> sums(String name, String key);

    /** What one key of the history held at a time; null for nothing. */
    byte @Nullable [] past(String name, String key, long at);
}
