package io.millrace.infra.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How a node of one is set up. Whatever stays at Kafka's default is not written here. */
final class BrokerSettings {
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";

    private BrokerSettings() {}

    static Map<String, String> of(final Path log, final Seat seat, final Map<String, String> overrides) {
        final var settings = new HashMap<>(node(log, seat));
        settings.putAll(seat.brokers() == 1 ? aloneInTheWorld() : inCompany(seat.brokers()));
        settings.putAll(prompt());
        settings.putAll(seat.brokers() == 1 ? soonBack() : patientWithOthers());
        settings.putAll(small());
        settings.putAll(careful());
        settings.putAll(overrides);
        return Map.copyOf(settings);
    }

    private static Map<String, String> node(final Path log, final Seat seat) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(seat.node()),
                "log.dirs",
                log.toAbsolutePath().toString(),
                // Static voters live in the settings, not in the data, so the controller's port may change at each
                // start.
                "controller.quorum.voters",
                seat.voters(),
                // Loopback only: whoever wants to be reached from elsewhere wants a cluster, with encryption and
                // sign-in.
                "listeners",
                CLIENTS + "://" + Ports.LOOPBACK + ":" + seat.port() + "," + CONTROLLER + "://" + seat.controller(),
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

    /** Whatever is written is at two brokers at least, and stays when any one of them is lost. */
    private static Map<String, String> inCompany(final int brokers) {
        final var copies = Integer.toString(Math.min(3, brokers));
        final var least = brokers < 3 ? "1" : "2";
        final var settings = new HashMap<String, String>();
        for (final var topic :
                new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", copies);
            // a few for each broker, so that the work of one that is lost falls to all others
            settings.put(topic + ".num.partitions", Integer.toString(2 * brokers));
        }
        settings.put("transaction.state.log.min.isr", least);
        settings.put("share.coordinator.state.topic.min.isr", least);
        settings.put("default.replication.factor", copies);
        settings.put("min.insync.replicas", least);
        // a broker that comes back leads its share again soon, not after five minutes
        settings.put("leader.imbalance.check.interval.seconds", "30");
        return settings;
    }

    /** After a kill the old self must time out before the new one may serve: 4 s to ready instead of 12-15 s. */
    private static Map<String, String> soonBack() {
        return Map.of("broker.session.timeout.ms", "2000", "broker.heartbeat.interval.ms", "500");
    }

    /**
     * How long a lost broker still leads its partitions. Shorter than the default of 9 s, because callers wait for it;
     * longer than a pause of a busy machine, because a broker that is given up without need costs more.
     */
    private static Map<String, String> patientWithOthers() {
        return Map.of("broker.session.timeout.ms", "5000", "broker.heartbeat.interval.ms", "1000");
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
                "socket.receive.buffer.bytes", "-1");
    }

    /** One machine shares its memory and disk with everything else. */
    private static Map<String, String> small() {
        return Map.of(
                // Small segments are cleaned, and given back, sooner; and after a kill the last one of each partition
                // is
                // read and checked, which is what a start then waits for. The index is preallocated for each of them.
                "log.segment.bytes", Integer.toString(16 << 20),
                // What coordinators know is read whole at each start.
                "offsets.topic.segment.bytes", Integer.toString(OwnTopics.SEGMENT),
                "transaction.state.log.segment.bytes", Integer.toString(OwnTopics.SEGMENT),
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                // The default takes 128 MiB for ever; 16 MiB hold 600 000 keys per pass, each of which writes all anew.
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
                "log.cleaner.io.buffer.size", Integer.toString(128 << 10),
                // Eight threads that wake each other for two cores' work; none of them waits for a disk.
                "num.io.threads", "3");
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
