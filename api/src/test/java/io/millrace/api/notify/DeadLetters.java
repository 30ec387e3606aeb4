package io.millrace.api.notify;

import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Broker;
import io.millrace.backbone.stream.MillraceHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What lies in the café's quarantine, and how it is sent again from there. */
final class DeadLetters {

    private static final Duration SOON = Duration.ofSeconds(30);

    private DeadLetters() {}

    record Letter(ConsumerRecord<byte[], byte[]> record) {

        String reason() {
            return header("millrace-reason");
        }

        String place() {
            return header("millrace-place");
        }

        private String header(final String name) {
            return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }

        /** As it was, to where it came from, without what quarantine said of it. */
        void sendAgain(final Broker broker) {
            final String topic = place().substring(0, place().indexOf('-'));
            final Headers headers = new RecordHeaders(record.headers());
            MillraceHeaders.OF_QUARANTINE.forEach(headers::remove);
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrap()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(topic, null, record.key(), record.value(), headers));
            }
        }
    }

    static List<Letter> of(final Broker broker, final String reason, final int many) {
        final Map<String, Object> config = Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        final List<Letter> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("cafe.quarantine"));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(new Letter(record)));
                return found.stream().filter(it -> it.reason().equals(reason)).count() >= many;
            });
        }
        return found.stream().filter(it -> it.reason().equals(reason)).toList();
    }
}
