package io.millrace.infra.broker;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.TopicImage;
import org.apache.kafka.image.TopicsImage;
import org.apache.kafka.metadata.LeaderConstants;
import org.apache.kafka.metadata.LeaderRecoveryState;
import org.apache.kafka.metadata.MetadataCache;
import org.apache.kafka.metadata.PartitionRegistration;
import org.apache.kafka.server.common.KRaftVersion;

/** Asks a metadata cache, as the transaction coordinator would, who leads a partition that nobody leads now. */
final class LeaderlessProbe {
    private static final int NODE = 1;
    private static final String TOPIC = "leaderless";
    private static final ListenerName LISTENER = new ListenerName("CLIENTS");

    private LeaderlessProbe() {}

    /** The answer about a partition that exists. */
    static Optional<Node> known(final Class<?> cacheClass) {
        return cache(cacheClass).getPartitionLeaderEndpoint(TOPIC, 0, LISTENER);
    }

    /** The answer about a partition that does not. */
    static Optional<Node> unknown(final Class<?> cacheClass) {
        return cache(cacheClass).getPartitionLeaderEndpoint(TOPIC, 1, LISTENER);
    }

    // By reflection, because naming the class here would load it before it can be corrected.
    private static MetadataCache cache(final Class<?> cacheClass) {
        try {
            final Supplier<KRaftVersion> version = () -> KRaftVersion.LATEST_PRODUCTION;
            final var cache =
                    cacheClass.getConstructor(int.class, Supplier.class).newInstance(NODE, version);
            cacheClass.getMethod("setImage", MetadataImage.class).invoke(cache, image());
            return (MetadataCache) cache;
        } catch (ReflectiveOperationException e) {
            throw new BrokerRefusedException("This Kafka's metadata cache has another shape than expected: " + e, e);
        }
    }

    private static MetadataImage image() {
        final var partition = new PartitionRegistration.Builder()
                .setReplicas(new int[] {NODE})
                .setDirectories(new Uuid[] {Uuid.ONE_UUID})
                .setIsr(new int[] {NODE})
                .setLeader(LeaderConstants.NO_LEADER)
                .setLeaderRecoveryState(LeaderRecoveryState.RECOVERED)
                .setLeaderEpoch(1)
                .setPartitionEpoch(1)
                .build();
        final var topic = new TopicImage(TOPIC, Uuid.ONE_UUID, Map.of(0, partition));
        final var empty = MetadataImage.EMPTY;
        return new MetadataImage(
                empty.provenance(),
                empty.features(),
                empty.cluster(),
                TopicsImage.EMPTY.including(topic),
                empty.configs(),
                empty.clientQuotas(),
                empty.producerIds(),
                empty.acls(),
                empty.scram(),
                empty.delegationTokens());
    }
}
