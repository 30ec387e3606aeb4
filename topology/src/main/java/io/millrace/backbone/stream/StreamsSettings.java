package io.millrace.backbone.stream;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** How the applications of a business run. Each setting says why it is not the default. */
public record StreamsSettings(
        String bootstrap,
        Path stateDir,
        String instance,
        int threads,
        int replication,
        int standbys,
        @Nullable String address,
        Map<String, String> client) {

    /** So many records behind, a copy is as good as caught up. */
    public static final long CAUGHT_UP = 10_000;

    /** How long a killed instance's partitions wait for it. */
    static final Duration SESSION = Duration.ofSeconds(8);

    private static final int GULP = 64 * 1024;

    private static final int SEGMENT = 16 * 1024 * 1024;

    /** For producers: who knows where a topic is writes to it without asking, after a quiet night or a lost broker. */
    public static final Map<String, Object> NEVER_FORGETS = Map.of(
            ProducerConfig.METADATA_MAX_IDLE_CONFIG,
            Duration.ofDays(365).toMillis(),
            CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
            "none");

    /** Per application, and small: what is kept longer than the collector looks away is copied, and found more slowly. */
    private static final long CACHE = 1024L * 1024;

    /** An open transaction of a dead instance holds back every committed reader until it times out. */
    private static final int TRANSACTION_MILLIS = 8_000;

    /** The desk side: exactly once, committed whenever a polled batch is worked off. */
    public Properties desk(final Business business) {
        final Properties settings = common(business.name() + "-desk");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        final String interval = client.get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        // for what nobody waits for, and for records that never reach a processor; unless somebody names another
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, interval == null ? "100" : interval);
        settings.put(StreamsConfig.mainConsumerPrefix(PolledBatch.NEVER), interval != null);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                PolledBatch.class.getName());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 65_536);
        // a crowd shares a transaction, which is dearer than what anybody does in it
        settings.put(StreamsConfig.mainConsumerPrefix(Pace.SETTING), new Pace(Duration.ofMillis(8), 8));
        return settings;
    }

    /**
     * The same, where the broker is in this process and nobody else reads there: its books know its place, and nobody has
     * to be fenced. For one thread in one process; any others would have to be.
     */
    public Properties loneDesk(final Business business) {
        final Properties settings = desk(business);
        if (threads != 1 || address != null) {
            return settings;
        }
        final OwnPlaces ownPlaces = new OwnPlaces(Set.copyOf(business.commandTopics()));
        settings.put(StreamsConfig.mainConsumerPrefix(OwnPlaces.SETTING), ownPlaces);
        settings.put(StreamsConfig.producerPrefix(OwnPlaces.SETTING), ownPlaces);
        return settings;
    }

    /**
     * The page side: at least once, since every row knows the events it has; so what concerns people is on its way
     * without waiting for a transaction. It reads only what is committed.
     */
    public Properties pages(final Business business) {
        return pages(business.name() + "-pages");
    }

    /** The same, for another generation of them. */
    public Properties pages(final String application) {
        final Properties settings = common(application);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                PolledBatch.class.getName());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        // the same; an order is four records here, and whoever waits for a page must not feel it where few order
        settings.put(StreamsConfig.mainConsumerPrefix(Pace.SETTING), new Pace(Duration.ofMillis(10), 32));
        // rows for people leave at once; the default would hold them back to fill a batch
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG), true);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        return settings;
    }

    /** The audit: exactly once, because sums that count an event twice accuse the innocent. Nobody waits for it. */
    public Properties audit(final Business business) {
        final Properties settings = common(business.name() + "-audit");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        // nobody waits for it, so it reads in gulps: one request for what others need dozens for
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), GULP);
        // journal and receipts are read by time: what a receipt shows is compared when the journal stands right there
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 200);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
        return settings;
    }

    private Properties common(final String application) {
        final Properties settings = new Properties();
        settings.putAll(client);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        if (replication > 2) {
            // what is confirmed is at two brokers at least, and one may be lost
            settings.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), replication - 1);
        }
        if (address != null) {
            // by it the instances tell each other who has which page
            settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address);
        }
        copies(settings);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        // an unnamed store would lose its state with the next change of the topology
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // what changes again before the next commit is written once; queries read through it, so nobody waits for it
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedMemory.class);
        // how often an idle thread looks at its alarms and commits; records wake it at once
        settings.put(StreamsConfig.POLL_MS_CONFIG, 200);
        membership(settings);
        // what was read can always be put into quarantine or wait for its row, where it is a little longer
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.LARGEST_KEPT);
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(Topic.LARGEST_KEPT));
        // changelogs are cleaned but for their last segment; what isn't cleaned is restored after a kill
        settings.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), SEGMENT);
        // a record without a time is one more that must not end a stream
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, TrustedTime.class);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // the default of 100 ms is a stall that callers feel
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 1);
        // a store that is written out while its producer asks for a topic could not be read meanwhile
        NEVER_FORGETS.forEach((name, value) -> settings.put(StreamsConfig.producerPrefix(name), value));
        // let the kernel size its buffers: fixed ones stalled answers under load
        settings.put("send.buffer.bytes", -1);
        settings.put("receive.buffer.bytes", -1);
        return settings;
    }

    /** Who takes over from whom, and how far it must be for that. */
    private void copies(final Properties settings) {
        // a copy answers reads while its owner is away, and takes over without restoring
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        // what is so far behind takes over at once: a second of restoring beats waiting for the next rebalance
        settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, CAUGHT_UP);
        // who joins with nothing makes copies of its share all at once, while the others go on serving it
        settings.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, 8);
        // the shortest there may be: a copy that is made takes over within a minute instead of ten
        settings.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
    }

    /** How soon the group notices who is gone, and how soon all of it knows. */
    private void membership(final Properties settings) {
        // the same member comes back after a kill: no rebalance, running again in seconds
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
        // the default is 45 s, the least that brokers allow is 6 s
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                Math.toIntExact(SESSION.toMillis()));
        // members learn of a rebalance with their next heartbeat, and all keys that move wait for the last of them; who
        // is alone has nobody to wait for
        final boolean alone = address == null && threads == 1;
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), alone ? 2_500 : 1_000);
        // a rebalance waits this long for a thread that is stuck but whose heart still beats; the default is 5 min
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 90_000);
    }
}
