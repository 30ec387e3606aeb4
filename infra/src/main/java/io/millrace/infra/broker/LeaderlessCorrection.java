package io.millrace.infra.broker;

import java.lang.invoke.MethodHandles;
import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.metadata.LeaderConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a restart from losing commit markers (KAFKA-20734, Kafka 4.1.0 to 4.3.1). There the broker takes a partition
 * without a leader, which every partition of a single node is for a moment after a kill, for a deleted one, and drops the
 * markers of transactions that were committing: their records are held back from read-committed readers for ever.
 *
 * <p>The corrected class is defined before Kafka asks for it, so there is no agent to attach; then the class that Kafka will
 * use is asked, whatever its version, and the broker does not start on a wrong answer.
 */
final class LeaderlessCorrection {
    private static final Logger LOG = LoggerFactory.getLogger(LeaderlessCorrection.class);
    private static final KafkaVersion FIRST = new KafkaVersion(4, 1, 0);
    private static final KafkaVersion LAST = new KafkaVersion(4, 3, 1);

    private LeaderlessCorrection() {}

    static void install() {
        final var version = KafkaVersion.running();
        if (version.isBetween(FIRST, LAST)) {
            define(version);
        }
        requireInEffect(version);
    }

    private static void define(final KafkaVersion version) {
        try {
            // A neighbour in the package lends its loader and its rights; naming the class itself would load it.
            MethodHandles.privateLookupIn(LeaderConstants.class, MethodHandles.lookup())
                    .defineClass(CorrectedMetadataCache.bytes());
            LOG.info("correction applied bug=KAFKA-20734 kafka={}", version);
        } catch (LinkageError e) {
            // Loaded before: by an earlier start of ours, which the question that follows confirms, or by someone else.
            LOG.debug("the metadata cache was loaded before", e);
        } catch (IllegalAccessException e) {
            throw refused(version, "Kafka's package does not let itself be corrected: " + e.getMessage());
        }
    }

    private static void requireInEffect(final KafkaVersion version) {
        final Class<?> used;
        try {
            used = Class.forName(CorrectedMetadataCache.NAME, true, LeaderConstants.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw refused(version, CorrectedMetadataCache.NAME + " is not on the class path");
        }
        if (!LeaderlessProbe.known(used).equals(Optional.of(Node.noNode()))) {
            throw refused(version, "its metadata cache was loaded before the correction could be applied");
        }
    }

    private static BrokerRefusedException refused(final KafkaVersion version, final String reason) {
        return new BrokerRefusedException("Kafka " + version
                + " loses commit markers when it is killed (KAFKA-20734), and "
                + reason + ". Start the broker before anything else uses Kafka's server classes in this process, "
                + "or use a Kafka without the bug.");
    }
}
