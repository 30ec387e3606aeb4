package io.millrace.api.notify;

import io.millrace.backbone.stream.Pace;
import io.millrace.backbone.stream.PacedConsumer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** The notifier's own Kafka clients: none is shared with a desk. */
final class NotifierClients {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final long IDLE_MILLIS = 500;

    /** Each batch is a fetch, a commit and news of it for the pages; nobody waits for a message as for an answer. */
    private static final Pace PACE = new Pace(Duration.ofMillis(50), 8);

    private final NotifierSettings settings;

    NotifierClients(final NotifierSettings settings) {
        this.settings = settings;
    }

    DefaultKafkaProducerFactory<byte[], byte[]> producer() {
        final Map<String, Object> config = common("notifier");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        final DefaultKafkaProducerFactory<byte[], byte[]> factory =
                new DefaultKafkaProducerFactory<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        factory.setPhysicalCloseTimeout(5);
        return factory;
    }

    /** Listens as one member of the group that works for all instances; what it has done, {@code progress} says. */
    KafkaMessageListenerContainer<byte[], byte[]> listener(
            final String group, final List<String> topics, final Progress progress) {
        final Map<String, Object> config = common(group);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "millrace-" + group);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance() + "-" + group);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // one that starts for the first time has everything before it that waited
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Pace.BEHIND);
        config.put(Pace.SETTING, PACE);
        final ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        final Commits commits = new Commits(progress);
        // we commit ourselves: records are not done in the order they come in
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setPollTimeout(POLL.toMillis());
        properties.setIdleEventInterval(IDLE_MILLIS);
        properties.setConsumerRebalanceListener(commits);
        properties.setMissingTopicsFatal(false);
        final KafkaMessageListenerContainer<byte[], byte[]> container =
                new KafkaMessageListenerContainer<>(paced(config), properties);
        container.setBeanName(group);
        container.setApplicationEventPublisher(commits);
        // only what is not a record's fault comes here, such as a registry that is away
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private static ConsumerFactory<byte[], byte[]> paced(final Map<String, Object> config) {
        return new DefaultKafkaConsumerFactory<>(config) {
            @Override
            protected Consumer<byte[], byte[]> createRawConsumer(final Map<String, Object> configs) {
                return new PacedConsumer(configs);
            }
        };
    }

    private Map<String, Object> common(final String what) {
        final Map<String, Object> config = new HashMap<>(settings.client());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.instance() + "-" + what);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return config;
    }
}
