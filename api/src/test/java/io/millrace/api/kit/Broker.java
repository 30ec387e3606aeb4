package io.millrace.api.kit;

import java.util.Map;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real Kafka of one node, with settings of a small one. */
public final class Broker implements AutoCloseable {

    private static final Map<String, String> SMALL = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "add.partitions.to.txn.retry.backoff.ms", "1",
            "auto.create.topics.enable", "false");

    private final KafkaClusterTestKit kit;

    private Broker(final KafkaClusterTestKit kit) {
        this.kit = kit;
    }

    public static Broker start() {
        try {
            final KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                    .setCombined(true)
                    .setNumBrokerNodes(1)
                    .setNumControllerNodes(1)
                    .build());
            SMALL.forEach(builder::setConfigProp);
            final KafkaClusterTestKit kit = builder.build();
            kit.format();
            kit.startup();
            kit.waitForReadyBrokers();
            return new Broker(kit);
        } catch (final Exception e) {
            throw new IllegalStateException("no broker for the tests", e);
        }
    }

    public String bootstrap() {
        return kit.bootstrapServers();
    }

    /** Goes away, as a machine does. */
    public void stop() {
        kit.brokers().values().forEach(broker -> broker.shutdown());
    }

    @Override
    public void close() throws Exception {
        kit.close();
    }
}
