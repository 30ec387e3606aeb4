package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a thread looks like that is really stuck, on a real broker. */
class MovementMetricsTest {

    private static final String TOPIC = "input";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch release = new CountDownLatch(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @Test
    void shouldSeeAThreadThatDoesNotComeBackAndOneThatDoes() throws Exception {
        try (Broker broker = Broker.start()) {
            createTopic(broker);
            try (KafkaStreams streams = blocking(broker)) {
                streams.start();
                await().atMost(PATIENCE).until(() -> MovementMetrics.of(streams).running());

                produce(broker);
                await().atMost(PATIENCE).until(() -> MovementMetrics.of(streams).silentSeconds() >= 2);
                assertThat(MovementMetrics.of(streams).done()).isZero();

                release.countDown();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(MovementMetrics.of(streams))
                                .satisfies(
                                        look -> assertThat(look.silentSeconds()).isLessThan(2))
                                .satisfies(look -> assertThat(look.done()).isEqualTo(2))
                                .satisfies(look -> assertThat(look.waiting()).isZero()));
            }
        }
    }

    private static void createTopic(final Broker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void produce(final Broker broker) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, new byte[1]));
            producer.send(new ProducerRecord<>(TOPIC, new byte[1]));
        }
    }

    private KafkaStreams blocking(final Broker broker) {
        final StreamsBuilder builder = new StreamsBuilder();
        builder.stream(TOPIC, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .foreach((_, _) -> {
                    try {
                        release.await();
                    } catch (final InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        final Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "stuck");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, dir.toString());
        return new KafkaStreams(builder.build(), settings);
    }
}
