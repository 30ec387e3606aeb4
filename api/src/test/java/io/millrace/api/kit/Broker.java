package io.millrace.api.kit;

import java.util.Map;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** One real Kafka for all tests of the JVM, with settings of a small node. */
public final class Broker {

    private static final KafkaClusterTestKit KIT = started();

    private Broker() {}

    public static String bootstrap() {
        return KIT.bootstrapServers();
    }

    private static KafkaClusterTestKit started() {
        try {
            final KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                    .setCombined(true)
                    .setNumBrokerNodes(1)
                    .setNumControllerNodes(1)
                    .build());
            Map.of(
                            "offsets.topic.replication.factor", "1",
                            "offsets.topic.num.partitions", "1",
                            "transaction.state.log.replication.factor", "1",
                            "transaction.state.log.min.isr", "1",
                            "transaction.state.log.num.partitions", "1",
                            "group.initial.rebalance.delay.ms", "0",
                            "add.partitions.to.txn.retry.backoff.ms", "1",
                            "auto.create.topics.enable", "false")
                    .forEach(builder::setConfigProp);
            final KafkaClusterTestKit kit = builder.build();
            kit.format();
            kit.startup();
            kit.waitForReadyBrokers();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(kit)));
            return kit;
        } catch (final Exception e) {
            throw new IllegalStateException("no broker for the tests", e);
        }
    }

    private static void stop(final KafkaClusterTestKit kit) {
        try {
            kit.close();
        } catch (final Exception e) {
            throw new IllegalStateException("the tests' broker did not stop", e);
        }
    }
}
