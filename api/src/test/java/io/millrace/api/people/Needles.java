package io.millrace.api.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Passwords to look for, as they are and as headers carry them, in whatever was said or kept. */
final class Needles {

    private final List<String> needles = new ArrayList<>();

    void add(final String id, final String password) {
        needles.add(password);
        needles.add(base64(password));
        needles.add(base64(id + ":" + password));
    }

    boolean in(final String text) {
        return needles.stream().anyMatch(text::contains);
    }

    boolean in(final byte @Nullable [] bytes) {
        // one character per byte, so that nothing is lost
        return bytes != null && in(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** How many records there are in each topic, and how many of them have a needle in them. */
    record Hay(int records, int found) {

        static final Hay NONE = new Hay(0, 0);
    }

    Map<String, Hay> search(final String bootstrap) throws Exception {
        final Map<String, Object> client = Map.of("bootstrap.servers", bootstrap);
        final Map<String, Hay> all = new TreeMap<>();
        try (Admin admin = Admin.create(client);
                var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            final List<TopicPartition> partitions =
                    admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(it -> new TopicPartition(topic.name(), it.partition())))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> all.merge(it.topic(), hay(it), Needles::sum));
            }
        }
        return all;
    }

    private Hay hay(final ConsumerRecord<byte[], byte[]> record) {
        boolean found = in(record.key()) || in(record.value());
        for (final var header : record.headers()) {
            found = found || in(header.value());
        }
        return new Hay(1, found ? 1 : 0);
    }

    private static Hay sum(final Hay one, final Hay other) {
        return new Hay(one.records() + other.records(), one.found() + other.found());
    }

    private static String base64(final String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
