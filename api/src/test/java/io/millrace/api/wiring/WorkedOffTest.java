package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Broker;
import io.millrace.backbone.stream.PacedConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Readers of pages look again when a batch is folded, and not when there was none. */
class WorkedOffTest {

    private static final TopicPartition IN = new TopicPartition("in", 0);

    @Test
    void shouldTellWhenAllThatAPollBroughtIsWorkedOff() throws Exception {
        final AtomicInteger told = new AtomicInteger();
        try (Broker broker = Broker.start();
                Consumer<byte[], byte[]> consumer = consumer(broker, told::incrementAndGet)) {
            consumer.assign(List.of(IN));
            consumer.poll(Duration.ofMillis(50));
            consumer.poll(Duration.ofMillis(50));
            assertThat(told).as("nothing was brought").hasValue(0);

            write(broker);
            while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                assertThat(told).hasValue(0);
            }
            assertThat(told).as("it is being worked off").hasValue(0);
            consumer.poll(Duration.ofMillis(50));
            consumer.poll(Duration.ofMillis(50));
            assertThat(told).hasValue(1);
        }
    }

    private static Consumer<byte[], byte[]> consumer(final Broker broker, final Runnable told) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(IN.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        return new PacedConsumer(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrap(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                PacedConsumer.WORKED_OFF,
                told));
    }

    private static void write(final Broker broker) throws Exception {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(IN.topic(), new byte[1])).get();
        }
    }
}
