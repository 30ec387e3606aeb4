package io.millrace.schemas.registry;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;

/** The registry's own settings on top of what says where the cluster is and how to sign in to it. */
final class RegistryKafka {
    /** Whoever starts with this id last is the one writer; Kafka shuts the others out. */
    static final String WRITER = "millrace-registry";

    private RegistryKafka() {}

    static Map<String, Object> producer(final Map<String, Object> kafka) {
        final Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, WRITER + "-writer");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A client waits for a write's answer: better to fail while it is still there.
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 6_000);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        // After a commit the coordinator is busy for a moment; the default would wait 100 ms for it.
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        return config;
    }

    static Map<String, Object> consumer(final Map<String, Object> kafka) {
        final Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, WRITER + "-reader");
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                IsolationLevel.READ_COMMITTED.name().toLowerCase(java.util.Locale.ROOT));
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return config;
    }
}
