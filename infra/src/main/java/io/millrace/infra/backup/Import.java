package io.millrace.infra.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup into a Kafka that has nothing of ours yet. Each partition ends where it ended, because ids are made
 * of places; each record keeps its time, because rules go by it.
 */
public final class Import {

    private static final String STAMPED = "message.timestamp.type";
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int BATCH = 256 * 1024;
    private static final byte[] FILLER = {};

    private final String bootstrap;
    private final Consumer<String> news;

    public Import(final String bootstrap, final Consumer<String> news) {
        this.bootstrap = bootstrap;
        this.news = news;
    }

    public Manifest from(final Path folder) {
        final Manifest manifest = Verify.file(folder);
        try (Kafka kafka = new Kafka(bootstrap)) {
            final TreeSet<String> there = new TreeSet<>(kafka.topics());
            there.retainAll(manifest.topics().stream().map(Manifest.Saved::name).toList());
            if (!there.isEmpty()) {
                throw new BackupException("There are such topics already: " + String.join(", ", there)
                        + ". A backup is brought into an empty Kafka only.");
            }
            final int brokers =
                    Kafka.await(kafka.admin().describeCluster().nodes()).size();
            for (final Manifest.Saved topic : manifest.topics()) {
                topic(kafka, topic, folder, (short) Math.min(3, brokers));
            }
            manifest.groups().forEach((group, places) -> place(kafka, manifest, group, places));
        }
        return manifest;
    }

    private void topic(final Kafka kafka, final Manifest.Saved topic, final Path folder, final short replication) {
        final Map<String, String> settings = new HashMap<>(topic.settings());
        final String stamped = settings.put(STAMPED, "CreateTime");
        // old records must not be thrown away before their topic is whole
        settings.put("retention.ms", "-1");
        Kafka.await(kafka.admin()
                .createTopics(List.of(
                        new NewTopic(topic.name(), Optional.of(topic.counts().size()), Optional.of(replication))
                                .configs(settings)))
                .all());
        records(topic, folder);
        final Map<TopicPartition, RecordsToDelete> fillers = fillers(topic);
        if (!fillers.isEmpty()) {
            Kafka.await(kafka.admin().deleteRecords(fillers).all());
        }
        restore(kafka, topic, stamped);
        news.accept(topic.name() + ": " + topic.records());
    }

    private void records(final Manifest.Saved topic, final Path folder) {
        final AtomicReference<Exception> failed = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            final Consumer<ProducerRecord<byte[], byte[]>> send = record -> producer.send(record, (_, failure) -> {
                if (failure != null) {
                    failed.compareAndSet(null, failure);
                }
            });
            for (int partition = 0; partition < topic.counts().size(); partition++) {
                for (long filler = missing(topic, partition); filler > 0; filler--) {
                    send.accept(new ProducerRecord<>(topic.name(), partition, 0L, FILLER, FILLER));
                }
            }
            Lines.each(folder, topic.name(), line -> send.accept(line.to(topic.name())));
            producer.flush();
        }
        final Exception failure = failed.get();
        if (failure != null) {
            throw new BackupException(
                    topic.name() + " can't be written: " + failure.getMessage()
                            + " What was brought so far is not whole: begin again with an empty Kafka.",
                    failure);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                // a broker that has just learnt of a topic may refuse the first batch and take the second; then the
                // first one is out of order for ever
                "max.in.flight.requests.per.connection",
                1,
                "batch.size",
                BATCH,
                "linger.ms",
                5,
                "compression.type",
                "lz4",
                "max.request.size",
                LARGEST);
    }

    /** How many places of a partition had no record any more, or only the end of a transaction. */
    private static long missing(final Manifest.Saved topic, final int partition) {
        return refills(topic) ? topic.ends().get(partition) - topic.counts().get(partition) : 0;
    }

    /** What applications keep for themselves has places that nobody speaks of; and only what may be deleted can be. */
    private static boolean refills(final Manifest.Saved topic) {
        return !Kafka.isInternal(topic.name())
                && topic.settings().getOrDefault("cleanup.policy", "delete").contains("delete");
    }

    private static Map<TopicPartition, RecordsToDelete> fillers(final Manifest.Saved topic) {
        final Map<TopicPartition, RecordsToDelete> fillers = new HashMap<>();
        for (int partition = 0; partition < topic.counts().size(); partition++) {
            final long missing = missing(topic, partition);
            if (missing > 0) {
                fillers.put(new TopicPartition(topic.name(), partition), RecordsToDelete.beforeOffset(missing));
            }
        }
        return fillers;
    }

    private static void restore(final Kafka kafka, final Manifest.Saved topic, final @Nullable String stamped) {
        final List<AlterConfigOp> operations = new ArrayList<>();
        operations.add(operation(STAMPED, stamped));
        operations.add(operation("retention.ms", topic.settings().get("retention.ms")));
        Kafka.await(kafka.admin()
                .incrementalAlterConfigs(
                        Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), operations))
                .all());
    }

    private static AlterConfigOp operation(final String name, final @Nullable String value) {
        return value == null
                ? new AlterConfigOp(new ConfigEntry(name, ""), AlterConfigOp.OpType.DELETE)
                : new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static void place(
            final Kafka kafka, final Manifest manifest, final String group, final List<Manifest.Place> places) {
        final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (final Manifest.Place place : places) {
            manifest.topics().stream()
                    .filter(it -> it.name().equals(place.topic()))
                    .forEach(topic -> {
                        final long end = missing(topic, place.partition())
                                + topic.counts().get(place.partition());
                        offsets.put(
                                new TopicPartition(place.topic(), place.partition()),
                                new OffsetAndMetadata(end - place.left(), place.metadata()));
                    });
        }
        if (!offsets.isEmpty()) {
            Kafka.await(kafka.admin().alterConsumerGroupOffsets(group, offsets).all());
        }
    }
}
