package io.millrace.schemas.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** One real broker for a test class. */
final class Cluster implements AutoCloseable {
    private final KafkaClusterTestKit kit;

    private Cluster(final KafkaClusterTestKit kit) {
        this.kit = kit;
    }

    static Cluster start() throws Exception {
        return start(Map.of());
    }

    static Cluster start(final Map<String, String> brokerSettings) throws Exception {
        final KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("auto.create.topics.enable", "false");
        brokerSettings.forEach(builder::setConfigProp);
        final KafkaClusterTestKit kit = builder.build();
        kit.format();
        kit.startup();
        kit.waitForReadyBrokers();
        return new Cluster(kit);
    }

    String bootstrapServers() {
        return kit.bootstrapServers();
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    void create(final NewTopic topic) throws Exception {
        try (Admin admin = kit.admin()) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    void delete(final Collection<String> topics) throws Exception {
        try (Admin admin = kit.admin()) {
            admin.deleteTopics(topics).all().get();
        }
    }

    /** Does to the start of the topic what compaction may do to it: makes it as if it had never been there. */
    void forgetBefore(final long offset) throws Exception {
        try (Admin admin = kit.admin()) {
            // Records can only be cut off where retention may do so too.
            set(admin, "compact,delete");
            admin.deleteRecords(Map.of(SchemasTopic.PARTITION, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
            set(admin, "compact");
        }
    }

    private static void set(final Admin admin, final String cleanupPolicy) throws Exception {
        final ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, SchemasTopic.NAME);
        final ConfigEntry entry = new ConfigEntry("cleanup.policy", cleanupPolicy);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    @Override
    public void close() throws Exception {
        kit.close();
    }
}
