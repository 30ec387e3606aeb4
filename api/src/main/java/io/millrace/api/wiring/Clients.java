package io.millrace.api.wiring;

import io.millrace.backbone.stream.Pace;
import io.millrace.backbone.stream.PacedConsumer;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/** The process's own Kafka clients, beside those of Streams. */
final class Clients {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

    private final BackboneSettings settings;

    Clients(final BackboneSettings settings) {
        this.settings = settings;
    }

    Admin admin() {
        return Admin.create(common("admin"));
    }

    /** For commands: each is sent at once, kept by all replicas, and in the log once however often it is resent. */
    DefaultKafkaProducerFactory<byte[], byte[]> producer() {
        final Map<String, Object> config = common("commands");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        // who comes while a request is on its way shares the next one: nobody waits for company, but a crowd has it
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // a caller who is told to come again must not wait for ever before
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        config.putAll(StreamsSettings.NEVER_FORGETS);
        final DefaultKafkaProducerFactory<byte[], byte[]> factory =
                new DefaultKafkaProducerFactory<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        factory.setPhysicalCloseTimeout(5);
        return factory;
    }

    static KafkaTemplate<byte[], byte[]> template(final ProducerFactory<byte[], byte[]> producer) {
        final KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producer);
        // who sends is told of a failure; the default would write each into the log, with what was sent
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    /** Asks where it will write: in a crowd, whoever is first to write to a topic would wait for that behind all others. */
    static void know(final KafkaOperations<byte[], byte[]> kafka, final List<Topic> topics) {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            topics.stream()
                    .filter(topic -> topic.writers().contains(Catalogue.FACADE))
                    .forEach(topic -> together.execute(() -> know(kafka, topic)));
        }
    }

    private static void know(final KafkaOperations<byte[], byte[]> kafka, final Topic topic) {
        try {
            kafka.partitionsFor(topic.name());
        } catch (final KafkaException e) {
            LOG.debug("who writes to {} first will ask where it is", topic.name(), e);
        }
    }

    /** For receipts: committed ones only, as soon as they are there. */
    Consumer<byte[], byte[]> receipts() {
        final Map<String, Object> config = common("receipts");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** For journals: committed events, from wherever they are wanted. */
    Consumer<byte[], byte[]> journals() {
        final Map<String, Object> config = common("journals");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        // whoever listens to a crowd hears it a moment later, and the crowd has its share of the broker
        config.put(Pace.SETTING, new Pace(Duration.ofMillis(20), 8));
        return new PacedConsumer(config);
    }

    private Map<String, Object> common(final String what) {
        final Map<String, Object> config = new HashMap<>(settings.client());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        config.put(
                CommonClientConfigs.CLIENT_ID_CONFIG,
                settings.instance() + "-" + what + "-"
                        + UUID.randomUUID().toString().substring(0, 4));
        config.put(CommonClientConfigs.SEND_BUFFER_CONFIG, -1);
        config.put(CommonClientConfigs.RECEIVE_BUFFER_CONFIG, -1);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return config;
    }
}
