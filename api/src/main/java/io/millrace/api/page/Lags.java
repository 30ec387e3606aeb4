package io.millrace.api.page;

import io.millrace.backbone.stream.StreamsSettings;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far copies of stores are behind, as it was when last looked. A copy that is still being made would say of what it
 * hasn't got yet that there is no such thing.
 */
public final class Lags {

    private static final Logger LOG = LoggerFactory.getLogger(Lags.class);

    private final Supplier<KafkaStreams> streams;
    private volatile Map<String, Map<Integer, LagInfo>> seen = Map.of();

    Lags(final Supplier<KafkaStreams> streams) {
        this.streams = streams;
    }

    /** Asks the broker; what was seen before stays when it doesn't answer. */
    public void look() {
        try {
            seen = streams.get().allLocalStorePartitionLags();
        } catch (final RuntimeException e) {
            LOG.debug("lags can't be seen at the moment", e);
        }
    }

    boolean close(final String store, final int partition) {
        final LagInfo lag = seen.getOrDefault(store, Map.of()).get(partition);
        return lag != null && lag.offsetLag() <= StreamsSettings.CAUGHT_UP;
    }
}
