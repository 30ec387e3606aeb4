package io.millrace.api.page;

import io.millrace.backbone.page.PageStores;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** Page stores of a running application, each asked in the one partition that its key is in. */
public final class StreamsStores implements PageStores {

    private final Supplier<KafkaStreams> streams;
    private final Whereabouts whereabouts;
    private final int partitions;
    private final Map<String, Lock> turns = new ConcurrentHashMap<>();

    public StreamsStores(final Supplier<KafkaStreams> streams, final Whereabouts whereabouts, final int partitions) {
        this.streams = streams;
        this.whereabouts = whereabouts;
        this.partitions = partitions;
    }

    @Override
    public ReadOnlyKeyValueStore<String, byte[]> rows(final String name, final String key) {
        return part(name, partition(key));
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> receipts(final String name, final String key) {
        return part(name, partition(key), QueryableStoreTypes.windowStore());
    }

    @Override
    public ReadOnlyWindowStore<byte[], byte[]> sums(final String name, final String key) {
        return part(name, partition(key), QueryableStoreTypes.windowStore());
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> history(final String name, final String key) {
        return part(name, partition(key), QueryableStoreTypes.windowStore());
    }

    /** All partitions of a store that are here, one after another. */
    public ReadOnlyKeyValueStore<String, byte[]> here(final String name) {
        return streams.get()
                .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, byte[]>keyValueStore()));
    }

    /** One partition of a store. */
    public ReadOnlyKeyValueStore<String, byte[]> part(final String name, final int partition) {
        final Lock turn = turns.computeIfAbsent(name + "-" + partition, _ -> new ReentrantLock());
        return part(name, partition, new OnePart.Type(turn));
    }

    /** The same, of a store of sums per window. */
    public ReadOnlyWindowStore<byte[], byte[]> sums(final String name, final int partition) {
        return part(name, partition, QueryableStoreTypes.windowStore());
    }

    /** Whether this part of a store is ours. */
    public boolean has(final String name, final int partition) {
        return whereabouts.isOurs(name, partition);
    }

    /** Whether whatever we own of a store can be read. Other instances answer for the rest. */
    public boolean answers(final String name) {
        try {
            IntStream.range(0, partitions)
                    .filter(it -> whereabouts.isOurs(name, it))
                    .forEach(it -> part(name, it).get("any"));
            return true;
        } catch (final InvalidStateStoreException | NotThereException e) {
            return false;
        }
    }

    private <T> T part(final String name, final int partition, final QueryableStoreType<T> type) {
        return whereabouts.open(name, partition, copy -> {
            final StoreQueryParameters<T> wanted =
                    StoreQueryParameters.fromNameAndType(name, type).withPartition(partition);
            return streams.get().store(copy ? wanted.enableStaleStores() : wanted);
        });
    }

    private int partition(final String key) {
        return partition(key, partitions);
    }

    /** As the default partitioner has it, which everybody who writes to a desk uses. */
    public static int partition(final String key, final int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
