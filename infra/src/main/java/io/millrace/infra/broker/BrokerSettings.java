package io.millrace.infra.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How a node of one is set up. Whatever stays at Kafka's default is not written here. */
final class BrokerSettings {
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";

    private BrokerSettings() {}

    static Map<String, String> of(
            final Path log, final int port, final int controllerPort, final Map<String, String> overrides) {
        final var settings = new HashMap<>(node(log, port, controllerPort));
        settings.putAll(aloneInTheWorld());
        settings.putAll(prompt());
        settings.putAll(small());
        settings.putAll(careful());
        settings.putAll(overrides);
        return Map.copyOf(settings);
    }

    private static Map<String, String> node(final Path log, final int port, final int controllerPort) {
        final var controller = Ports.LOOPBACK + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(DataDirectory.NODE_ID),
                "log.dirs",
                log.toAbsolutePath().toString(),
                // Static voters live in the settings, not in the data, so the controller's port may change at each
                // start.
                "controller.quorum.voters",
                DataDirectory.NODE_ID + "@" + controller,
                // Loopback only: whoever wants to be reached from elsewhere wants a cluster, with encryption and
                // sign-in.
                "listeners",
                CLIENTS + "://" + Ports.LOOPBACK + ":" + port + "," + CONTROLLER + "://" + controller,
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name",
                CLIENTS,
                "controller.listener.names",
                CONTROLLER);
    }

    /** There is no second broker to replicate to, and nothing to spread over. */
    private static Map<String, String> aloneInTheWorld() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "default.replication.factor", "1",
                "min.insync.replicas", "1");
    }

    /** Waits that make sense in a data centre and only cost here. */
    private static Map<String, String> prompt() {
        return Map.of(
                // All members of a group start together with us; waiting three seconds for more of them gains nothing.
                "group.initial.rebalance.delay.ms", "0",
                // A transaction that meets the end of the one before tries again at once instead of 20 ms later.
                "add.partitions.to.txn.retry.backoff.ms", "1",
                // An open transaction of a killed writer holds back every reader; looked for each second instead of
                // each ten.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                // The kernel sizes socket buffers better than the fixed 100 kB: p99 at 1 000 callers 230 -> 61 ms.
                "socket.send.buffer.bytes", "-1",
                "socket.receive.buffer.bytes", "-1",
                // After a kill the old self must time out before the new one may serve: 4 s to ready instead of 12-15
                // s.
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500");
    }

    /** One machine shares its memory and disk with everything else. */
    private static Map<String, String> small() {
        return Map.of(
                // Small segments are cleaned, and given back, sooner; the index is preallocated for each of them.
                "log.segment.bytes", Integer.toString(64 << 20),
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                // The default takes 128 MiB for ever; 4 MiB hold 150 000 keys per pass.
                "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20),
                "log.cleaner.io.buffer.size", Integer.toString(128 << 10));
    }

    /** What keeps the data right. */
    private static Map<String, String> careful() {
        return Map.of(
                // A topic is what the catalogue says: a misspelt name is an error, never a new topic.
                "auto.create.topics.enable",
                "false",
                // Kafka forgets a stopped group's place after seven days; ours must find it after a long holiday too.
                "offsets.retention.minutes",
                Integer.toString(Integer.MAX_VALUE));
    }
}
