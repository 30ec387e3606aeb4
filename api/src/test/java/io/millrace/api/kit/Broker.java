package io.millrace.api.kit;

import java.util.Map;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real Kafka of one node, with settings of a small one. */
public final class Broker implements AutoCloseable {

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("add.partitions.to.txn.retry.backoff.ms", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("num.io.threads", "2"),
            Map.entry("num.network.threads", "1"),
            Map.entry("auto.create.topics.enable", "false"));

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
