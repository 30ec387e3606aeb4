package io.millrace.api.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Knows which instance has which part of an application's stores, and opens those that are here. */
public final class Whereabouts {

    private final Supplier<KafkaStreams> streams;
    private final @Nullable HostInfo self;
    private final Lags lags;

    /** Without an address of its own, an instance is alone, and everything is here. */
    public Whereabouts(final Supplier<KafkaStreams> streams, final @Nullable HostInfo self) {
        this.streams = streams;
        this.self = self;
        this.lags = new Lags(streams);
    }

    public Lags lags() {
        return lags;
    }

    /** {@code opening} is told whether a copy will do. */
    <T> T open(final String store, final int partition, final Function<Boolean, T> opening) {
        final Optional<Reach> reach = Reach.now();
        if (self == null || reach.isEmpty()) {
            return opening.apply(false);
        }
        return switch (reach.get()) {
            case ANYWHERE -> {
                final Homes homes = homes(store, partition);
                if (!self.equals(homes.owner())) {
                    throw new ElsewhereException(homes);
                }
                yield here(homes, () -> opening.apply(false));
            }
            case OWNED -> here(Homes.UNKNOWN, () -> opening.apply(false));
            case COPIED -> {
                if (!lags.close(store, partition)) {
                    throw new ElsewhereException(Homes.UNKNOWN);
                }
                yield here(Homes.UNKNOWN, () -> opening.apply(true));
            }
        };
    }

    /** Whether we own that part of the store, or could not tell. */
    boolean isOurs(final String store, final int partition) {
        final Homes homes = homes(store, partition);
        return self == null || homes.owner() == null || self.equals(homes.owner());
    }

    private static <T> T here(final Homes homes, final Supplier<T> opening) {
        try {
            return opening.get();
        } catch (final InvalidStateStoreException e) {
            throw new ElsewhereException(homes);
        }
    }

    private Homes homes(final String store, final int partition) {
        final StreamPartitioner<String, Object> there = (_, _, _, _) -> Optional.of(Set.of(partition));
        try {
            final KeyQueryMetadata found = streams.get().queryMetadataForKey(store, "", there);
            return found == null || KeyQueryMetadata.NOT_AVAILABLE.equals(found)
                    ? Homes.UNKNOWN
                    : new Homes(found.activeHost(), List.copyOf(found.standbyHosts()));
        } catch (final InvalidStateStoreException | NotThereException e) {
            return Homes.UNKNOWN;
        }
    }
}
