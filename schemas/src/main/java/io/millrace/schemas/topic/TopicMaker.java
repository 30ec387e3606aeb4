package io.millrace.schemas.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that are not there yet. A broker that stood still for some seconds isn't counted until it is heard
 * again; Kafka's clients wait for it in whatever they do but in this.
 */
public final class TopicMaker {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicMaker() {}

    public static void make(final Admin admin, final Collection<NewTopic> topics, final Duration patience)
            throws ExecutionException, InterruptedException {
        final long deadline = System.nanoTime() + patience.toNanos();
        Collection<NewTopic> missing = topics;
        while (!missing.isEmpty()) {
            missing = refused(admin, missing, deadline);
            if (!missing.isEmpty()) {
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Those for which too few brokers are counted at the moment. */
    private static List<NewTopic> refused(final Admin admin, final Collection<NewTopic> topics, final long deadline)
            throws ExecutionException, InterruptedException {
        final Map<String, KafkaFuture<Void>> making = admin.createTopics(topics).values();
        final List<NewTopic> refused = new ArrayList<>();
        for (final NewTopic topic : topics) {
            try {
                Objects.requireNonNull(making.get(topic.name())).get();
            } catch (final ExecutionException e) {
                if (e.getCause() instanceof InvalidReplicationFactorException && System.nanoTime() < deadline) {
                    refused.add(topic);
                } else if (!(e.getCause() instanceof TopicExistsException)) {
                    // another instance may have been quicker, anything else is for a person
                    throw e;
                }
            }
        }
        return refused;
    }
}
