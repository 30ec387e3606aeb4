package io.millrace.api.page;

import io.millrace.backbone.page.PageStores;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.VersionedKeyQuery;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.VersionedRecord;
import org.jspecify.annotations.Nullable;

/** Page stores of a running application, each asked in the one partition that its key is in. */
public final class StreamsStores implements PageStores {

    private final Supplier<KafkaStreams> streams;
    private final int partitions;

    public StreamsStores(final Supplier<KafkaStreams> streams, final int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    @Override
    public ReadOnlyKeyValueStore<String, byte[]> rows(final String name, final String key) {
        return store(name, key, QueryableStoreTypes.keyValueStore());
    }

    @Override
    public ReadOnlyWindowStore<String, byte[]> receipts(final String name, final String key) {
        return store(name, key, QueryableStoreTypes.windowStore());
    }

    @Override
    public ReadOnlyWindowStore<byte[], byte[]> sums(final String name, final String key) {
        return store(name, key, QueryableStoreTypes.windowStore());
    }

    @Override
    public byte @Nullable [] past(final String name, final String key, final long at) {
        final int partition = partition(key.substring(0, key.indexOf('/')));
        final VersionedKeyQuery<String, byte[]> query =
                VersionedKeyQuery.<String, byte[]>withKey(key).asOf(Instant.ofEpochMilli(at));
        final QueryResult<VersionedRecord<byte[]>> result = streams.get()
                .query(StateQueryRequest.inStore(name).withQuery(query).withPartitions(Set.of(partition)))
                .getPartitionResults()
                .get(partition);
        if (result == null || result.isFailure()) {
            throw new NotThereException(
                    name + " can't be asked" + (result == null ? "" : ": " + result.getFailureMessage()));
        }
        final VersionedRecord<byte[]> found = result.getResult();
        return found == null ? null : found.value();
    }

    /** All partitions of a store that are here, one after another. */
    public ReadOnlyKeyValueStore<String, byte[]> here(final String name) {
        return streams.get()
                .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, byte[]>keyValueStore()));
    }

    private <T> T store(final String name, final String key, final QueryableStoreType<T> type) {
        return streams.get()
                .store(StoreQueryParameters.fromNameAndType(name, type).withPartition(partition(key)));
    }

    /** As the default partitioner has it, which everybody who writes to a desk uses. */
    private int partition(final String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
