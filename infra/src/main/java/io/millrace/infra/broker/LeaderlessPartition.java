package io.millrace.infra.broker;

import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.metadata.MetadataCache;

/**
 * What a broker answers about a partition that exists and has no leader at this moment: "nobody", not "no such partition".
 * Public because the corrected class of Kafka calls it; nobody else does.
 */
public final class LeaderlessPartition {
    private LeaderlessPartition() {}

    /** Empty stays empty only when the partition is unknown. */
    public static Optional<Node> endpoint(
            final Optional<Node> found, final MetadataCache cache, final String topic, final int partition) {
        return found.isEmpty() && cache.getLeaderAndIsr(topic, partition).isPresent()
                ? Optional.of(Node.noNode())
                : found;
    }
}
