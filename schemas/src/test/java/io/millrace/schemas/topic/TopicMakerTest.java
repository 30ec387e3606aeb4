package io.millrace.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicMakerTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static KafkaClusterTestKit kafka;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        kafka = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setNumBrokerNodes(2)
                        .setNumControllerNodes(1)
                        .build())
                .build();
        kafka.format();
        kafka.startup();
        kafka.waitForReadyBrokers();
        admin = kafka.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
        kafka.close();
    }

    @Test
    void shouldWaitForABrokerThatIsNotCountedAtTheMoment() throws Exception {
        final BrokerServer away = Objects.requireNonNull(kafka.brokers().get(1));
        away.shutdown();
        away.awaitShutdown();
        admin.unregisterBroker(1).all().get();
        assertThatThrownBy(() -> TopicMaker.make(admin, List.of(topic("impatient", 2)), AT_ONCE))
                .hasCauseInstanceOf(InvalidReplicationFactorException.class);

        final CompletableFuture<Void> made = CompletableFuture.runAsync(() -> make("patient", 2));
        away.startup();

        made.join();
        awaitTopic("patient");
        assertThat(admin.listTopics().names().get()).doesNotContain("impatient");
    }

    @Test
    void shouldTakeATopicThatIsThereAsMade() throws Exception {
        make("twice", 1);
        make("twice", 1);
        awaitTopic("twice");
    }

    @Test
    void shouldNotWaitForWhatIsWrongForEver() {
        assertThatThrownBy(() -> TopicMaker.make(admin, List.of(topic("not a name", 1)), PATIENCE))
                .hasCauseInstanceOf(InvalidTopicException.class);
    }

    /** A topic that was made a moment ago may not have reached the broker that is asked. */
    private static void awaitTopic(final String name) {
        await().atMost(PATIENCE).until(() -> admin.listTopics().names().get().contains(name));
    }

    private static NewTopic topic(final String name, final int replication) {
        return new NewTopic(name, 1, (short) replication);
    }

    private static void make(final String name, final int replication) {
        try {
            TopicMaker.make(admin, List.of(topic(name, replication)), PATIENCE);
        } catch (final Exception e) {
            throw new AssertionError(name + " was not made", e);
        }
    }
}
