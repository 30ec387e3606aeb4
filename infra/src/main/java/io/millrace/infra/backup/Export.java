package io.millrace.infra.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Writes everything of ours into a folder, byte for byte, with the places that readers had reached. Nothing may run
 * meanwhile: only then do books, journals and places tell of the same moment.
 */
public final class Export {

    private static final Duration POLL = Duration.ofMillis(200);

    /** A process that was killed counts as there until its session ends. */
    private static final Duration TO_LEAVE = Duration.ofSeconds(30);

    private final String bootstrap;
    private final Consumer<String> news;

    public Export(final String bootstrap, final Consumer<String> news) {
        this.bootstrap = bootstrap;
        this.news = news;
    }

    public Manifest to(final Path folder) {
        try (Kafka kafka = new Kafka(bootstrap)) {
            empty(folder);
            untilNobodyRuns(kafka);
            final Map<TopicPartition, List<Long>> offsets =
                    new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
            final List<Manifest.Saved> saved = new ArrayList<>();
            for (final String topic : kafka.topics()) {
                saved.add(topic(kafka, topic, folder, offsets));
            }
            final Manifest manifest = new Manifest(saved, places(kafka, offsets));
            untilNobodyRuns(kafka);
            manifest.write(folder);
            return manifest;
        }
    }

    private static void empty(final Path folder) {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new BackupException(folder + " isn't empty.");
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void untilNobodyRuns(final Kafka kafka) {
        final long deadline = System.nanoTime() + TO_LEAVE.toNanos();
        boolean told = false;
        for (Set<String> busy = kafka.busy(); !busy.isEmpty(); busy = kafka.busy()) {
            if (System.nanoTime() > deadline) {
                throw new BackupException("Somebody still works on it: " + String.join(", ", busy)
                        + ". Stop every instance first; a backup has to be of one moment.");
            }
            if (!told) {
                news.accept("Waiting until everybody has left ...");
                told = true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
    }

    /** {@code offsets} gets to know where each record was, for the groups' places. */
    private Manifest.Saved topic(
            final Kafka kafka, final String topic, final Path folder, final Map<TopicPartition, List<Long>> offsets) {
        final List<Long> ends = new ArrayList<>();
        final List<Long> counts = new ArrayList<>();
        try (DataOutputStream out = Lines.writing(folder, topic);
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            for (final int partition : kafka.partitions(topic)) {
                final TopicPartition it = new TopicPartition(topic, partition);
                final List<Long> seen = partition(consumer, it, out);
                offsets.put(it, seen);
                ends.add(consumer.endOffsets(List.of(it)).getOrDefault(it, 0L));
                counts.add((long) seen.size());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        final Manifest.Saved saved =
                new Manifest.Saved(topic, kafka.settings(topic), ends, counts, Lines.sha256(folder, topic));
        news.accept(topic + ": " + saved.records());
        return saved;
    }

    private static List<Long> partition(
            final KafkaConsumer<byte[], byte[]> consumer, final TopicPartition it, final DataOutputStream out)
            throws IOException {
        final List<Long> offsets = new ArrayList<>();
        consumer.assign(List.of(it));
        consumer.seekToBeginning(List.of(it));
        final long end = consumer.endOffsets(List.of(it)).getOrDefault(it, 0L);
        while (consumer.position(it) < end) {
            for (final ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                offsets.add(record.offset());
                Line.of(record).write(out);
            }
        }
        return offsets;
    }

    private static Map<String, List<Manifest.Place>> places(
            final Kafka kafka, final Map<TopicPartition, List<Long>> offsets) {
        final Map<String, List<Manifest.Place>> places = new TreeMap<>();
        kafka.committed().forEach((group, committed) -> {
            final List<Manifest.Place> all = new ArrayList<>();
            committed.forEach((partition, place) -> {
                if (place != null && offsets.containsKey(partition)) {
                    all.add(place(partition, place, offsets.getOrDefault(partition, List.of())));
                }
            });
            places.put(group, all);
        });
        return places;
    }

    private static Manifest.Place place(
            final TopicPartition partition, final OffsetAndMetadata place, final List<Long> offsets) {
        final long left = offsets.stream().filter(it -> it >= place.offset()).count();
        return new Manifest.Place(partition.topic(), partition.partition(), left, place.metadata());
    }
}
