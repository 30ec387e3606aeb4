package io.millrace.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read whole at each start stays short. */
class OwnTopicsTest {

    private static final ConfigResource COMMITS = new ConfigResource(Type.TOPIC, Topic.GROUP_METADATA_TOPIC_NAME);

    @TempDir
    Path data;

    @Test
    void shouldKeepCommitsInSmallSegmentsFromTheFirstOneOnAndShortAfterARestart() throws Exception {
        try (var broker = EmbeddedBroker.start(data, 0, Map.of());
                Admin admin = admin(broker)) {
            OwnTopics.keepShort(admin);
            Clients.createTopic(broker.bootstrap());
            commit(admin);
            assertThat(commits(admin).get("segment.bytes").value()).isEqualTo("1048576");
        }
        try (var broker = EmbeddedBroker.start(data, 0, Map.of());
                Admin admin = admin(broker)) {
            OwnTopics.keepShort(admin);
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(commits(admin).get("delete.retention.ms").value()).isEqualTo("60000");
                assertThat(commits(admin).get("cleanup.policy").value()).isEqualTo("compact");
            });
        }
    }

    private static Admin admin(final EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    private static void commit(final Admin admin) throws Exception {
        final var place = Map.of(new TopicPartition(Clients.TOPIC, 0), new OffsetAndMetadata(1));
        admin.alterConsumerGroupOffsets("readers", place).all().get();
    }

    private static Config commits(final Admin admin) throws Exception {
        return Objects.requireNonNull(
                admin.describeConfigs(List.of(COMMITS)).all().get().get(COMMITS));
    }
}
