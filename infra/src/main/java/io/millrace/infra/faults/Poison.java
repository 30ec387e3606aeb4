package io.millrace.infra.faults;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that nobody can read: noise, schemas that nobody knows, nothing at all, and what has no key. */
final class Poison {

    private static final int RECORDS = 12;
    private static final int NO_SCHEMA = 987_654_321;
    private static final int LONGEST = 300;

    private Poison() {}

    static void write(final String bootstrap, final Random random) {
        final List<String> topics = Businesses.ALL.stream()
                .flatMap((Business business) -> business.inputs().stream())
                .map(input -> input.topic())
                .toList();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "delivery.timeout.ms", 120_000),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int n = 0; n < RECORDS; n++) {
                final byte[] noise = new byte[random.nextInt(LONGEST)];
                random.nextBytes(noise);
                final byte[] desk = "d0".getBytes(StandardCharsets.UTF_8);
                final String topic = topics.get(random.nextInt(topics.size()));
                producer.send(
                        switch (n % 4) {
                            case 0 -> new ProducerRecord<>(topic, desk, null);
                            case 1 -> new ProducerRecord<>(topic, null, noise);
                            case 2 -> new ProducerRecord<>(topic, desk, ofNoSchema(noise));
                            default -> new ProducerRecord<>(topic, desk, noise);
                        });
            }
        }
    }

    private static byte[] ofNoSchema(final byte[] noise) {
        return ByteBuffer.allocate(noise.length + 5)
                .put((byte) 0)
                .putInt(NO_SCHEMA)
                .put(noise)
                .array();
    }
}
