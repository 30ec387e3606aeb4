package io.millrace.api.generation;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** The stores of one generation in one partition, by name. */
public interface PartStores {

    ReadOnlyKeyValueStore<String, byte[]> rows(String name);

    ReadOnlyWindowStore<byte[], byte[]> sums(String name);
}
