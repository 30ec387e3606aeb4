package io.millrace.infra.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
    static final String TOPIC = "lines";
    private static final int PARTITIONS = 24;
    static final List<TopicPartition> LINES = IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
            .toList();

    private Clients() {}

    static void createTopic(final String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    static void send(final String bootstrap, final String... lines) throws Exception {
        final Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (final var line : lines) {
                producer.send(new ProducerRecord<>(TOPIC, 0, "", line)).get(20, TimeUnit.SECONDS);
            }
        }
    }

    static KafkaConsumer<String, String> reader(final String bootstrap) {
        final Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "auto.offset.reset", "earliest");
        final var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(LINES);
        consumer.seekToBeginning(LINES);
        return consumer;
    }

    /** Where the log ends for those who read everything, committed or not. */
    static Map<TopicPartition, Long> logEnd(final String bootstrap) {
        final Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (var any = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return any.endOffsets(LINES);
        }
    }

    static List<String> lines(final KafkaConsumer<String, String> reader) {
        final var lines = new ArrayList<String>();
        reader.poll(Duration.ofMillis(200)).forEach(line -> lines.add(line.value()));
        return lines;
    }
}
