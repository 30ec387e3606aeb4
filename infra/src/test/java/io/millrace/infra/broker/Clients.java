package io.millrace.infra.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The few things a test says to a broker. */
final class Clients {
    static final TopicPartition TOPIC = new TopicPartition("lines", 0);

    private Clients() {}

    static void createTopic(final String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    static void send(final String bootstrap, final String... lines) throws Exception {
        final Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (final var line : lines) {
                producer.send(new ProducerRecord<>(TOPIC.topic(), line)).get(20, TimeUnit.SECONDS);
            }
        }
    }

    static KafkaConsumer<String, String> reader(final String bootstrap) {
        final Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        final var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(List.of(TOPIC));
        consumer.seekToBeginning(List.of(TOPIC));
        return consumer;
    }

    /** Where the log ends for those who read everything, committed or not. */
    static long logEnd(final String bootstrap) {
        final Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (var any = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return any.endOffsets(List.of(TOPIC)).values().iterator().next();
        }
    }

    static List<String> lines(final KafkaConsumer<String, String> reader) {
        final var lines = new ArrayList<String>();
        reader.poll(Duration.ofMillis(200)).forEach(line -> lines.add(line.value()));
        return lines;
    }
}
