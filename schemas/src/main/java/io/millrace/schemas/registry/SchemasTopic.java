package io.millrace.schemas.registry;

import io.millrace.schemas.topic.TopicMaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topic that is the registry. With a second partition there is no one order of events, and without compaction
 * retention eats schemas, so it is not used unless it is right.
 */
final class SchemasTopic {
    static final String NAME = "_schemas";
    static final TopicPartition PARTITION = new TopicPartition(NAME, 0);

    private final Admin admin;

    SchemasTopic(final Admin admin) {
        this.admin = admin;
    }

    void ensure(final Duration patience) throws ExecutionException, InterruptedException {
        final NewTopic topic = new NewTopic(NAME, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        TopicMaker.make(admin, List.of(topic), patience);
        verify(patience);
    }

    private void verify(final Duration patience) throws ExecutionException, InterruptedException {
        final int partitions = described(patience).partitions().size();
        if (partitions != 1) {
            throw wrong(
                    "has " + partitions + " partitions: it needs exactly one, so that there is one order of events",
                    "Move its records to a topic with one partition");
        }
        final ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
        final String cleanup = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                .value();
        if (!TopicConfig.CLEANUP_POLICY_COMPACT.equals(cleanup)) {
            throw wrong(
                    "has cleanup.policy=" + cleanup + ": retention would erase schemas that records still need",
                    "Set cleanup.policy=compact on it");
        }
    }

    /** A topic made a moment ago may not have reached the broker that is asked. */
    private TopicDescription described(final Duration patience) throws ExecutionException, InterruptedException {
        final long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return admin.describeTopics(Set.of(NAME))
                        .allTopicNames()
                        .get()
                        .values()
                        .iterator()
                        .next();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }

    private static IllegalStateException wrong(final String what, final String advice) {
        return new IllegalStateException(
                "The topic '" + NAME + "' " + what + ". " + advice + ", or give the registry another cluster");
    }
}
