package io.millrace.api.wiring;

import io.millrace.backbone.topics.Topic;
import io.millrace.schemas.topic.TopicMaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics that are missing, and refuses to run on ones that are not as the catalogue says: with another number
 * of partitions a desk's records would be in two places, with another cleanup the journal would lose its beginning.
 */
final class TopicKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(TopicKeeper.class);
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int MOST_REPLICAS = 3;
    private static final Set<String> HELD_TO = Set.of("cleanup.policy", "message.timestamp.type");

    private final Admin admin;
    private final int partitions;

    /** Whatever Kafka is asked. */
    @FunctionalInterface
    private interface Asking<T> {
        T answer() throws ExecutionException, TimeoutException, InterruptedException;
    }

    TopicKeeper(final Admin admin, final int partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    /** As many copies as there are brokers, up to three; the only one may not be counted at the moment. */
    int replication() {
        return Math.clamp(await(admin.describeCluster().nodes()).size(), 1, MOST_REPLICAS);
    }

    void prepare(final List<Topic> topics, final int replication) {
        final Set<String> there = await(admin.listTopics().names());
        final List<Topic> missing =
                topics.stream().filter(topic -> !there.contains(topic.name())).toList();
        create(missing, (short) replication);
        verify(topics);
        LOG.info("topics ready, made={}, found={}", missing.size(), topics.size() - missing.size());
    }

    private void create(final List<Topic> missing, final short replication) {
        final List<NewTopic> wanted = missing.stream()
                .map(topic -> new NewTopic(topic.name(), partitions, replication)
                        .configs(withLeast(topic.settings(), replication)))
                .toList();
        await(() -> {
            TopicMaker.make(admin, wanted, WAIT);
            return wanted;
        });
    }

    /** With three copies, what is confirmed is at two brokers at least, and one may be lost. */
    private static Map<String, String> withLeast(final Map<String, String> settings, final short replication) {
        if (replication < MOST_REPLICAS) {
            return settings;
        }
        final Map<String, String> all = new HashMap<>(settings);
        all.put("min.insync.replicas", Integer.toString(replication - 1));
        return all;
    }

    private void verify(final List<Topic> topics) {
        final List<String> names = topics.stream().map(Topic::name).toList();
        final Map<String, TopicDescription> found = described(names);
        final Map<ConfigResource, Config> settings = await(
                admin.describeConfigs(names.stream().map(TopicKeeper::resource).toList())
                        .all());
        final List<String> wrong = new ArrayList<>();
        for (final Topic topic : topics) {
            wrong.addAll(differences(
                    topic,
                    Objects.requireNonNull(found.get(topic.name())),
                    Objects.requireNonNull(settings.get(resource(topic.name())))));
        }
        if (!wrong.isEmpty()) {
            throw new RefusedStartException("Kafka's topics are not as they must be: " + String.join("; ", wrong));
        }
    }

    private List<String> differences(final Topic topic, final TopicDescription found, final Config config) {
        final List<String> wrong = new ArrayList<>();
        final int has = found.partitions().size();
        if (has != partitions) {
            wrong.add("topic " + topic.name() + " has " + has + " partitions, expected " + partitions
                    + ": start with --partitions " + has + " if all have as many, or move the data to a new topic");
        }
        topic.settings().forEach((name, expected) -> {
            final ConfigEntry entry = config.get(name);
            final String value = entry == null ? "nothing" : entry.value();
            if (HELD_TO.contains(name) && !expected.equals(value)) {
                wrong.add("topic " + topic.name() + " has " + name + "=" + value + ", expected " + expected
                        + ": set it with kafka-configs --alter --topic " + topic.name() + " --add-config " + name + "="
                        + expected);
            }
        });
        return wrong;
    }

    /** Topics just made may not be known to every broker yet. */
    private Map<String, TopicDescription> described(final Collection<String> names) {
        final long deadline = System.nanoTime() + WAIT.toNanos();
        while (true) {
            try {
                return await(admin.describeTopics(names).allTopicNames());
            } catch (final RefusedStartException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static ConfigResource resource(final String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T await(final KafkaFuture<T> future) {
        return await(() -> future.get(WAIT.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static <T> T await(final Asking<T> asking) {
        try {
            return asking.answer();
        } catch (final ExecutionException e) {
            final Throwable why = Objects.requireNonNullElse(e.getCause(), e);
            throw new RefusedStartException("Kafka refused: " + why.getMessage(), why);
        } catch (final TimeoutException e) {
            throw new RefusedStartException(
                    "Kafka did not answer within " + WAIT.toSeconds()
                            + " s; is it running, and the bootstrap address right?",
                    e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedStartException("interrupted while asking Kafka", e);
        }
    }
}
