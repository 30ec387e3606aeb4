package io.millrace.infra.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One life of a broker with a writer in the same process, meant to end badly. It first proves that readers see every commit of
 * the lives before, then commits transaction after transaction, noting each in a file once it was answered, and halts.
 * Arguments: data directory, number of this life, commits until it halts (or is killed before), whether to correct Kafka.
 */
final class CrashingBroker {
    static final int HALTED_AFTER_COMMIT = 70;
    static final int READERS_HANG = 71;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private CrashingBroker() {}

    public static void main(final String[] args) throws Exception {
        final var data = Path.of(args[0]);
        final var life = args[1];
        final Runnable correction = Boolean.parseBoolean(args[3]) ? LeaderlessCorrection::install : () -> {};
        final var broker = EmbeddedBroker.start(data, 0, Map.of(), correction);
        if (!readersSeeAllOf(answered(data), broker.bootstrap())) {
            Runtime.getRuntime().halt(READERS_HANG);
        }
        Files.writeString(data.resolve("checked"), life);
        commitUntilHalted(data, life, Integer.parseInt(args[2]), broker.bootstrap());
    }

    private static Set<String> answered(final Path data) throws Exception {
        final var file = data.resolve("answered");
        return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
    }

    private static boolean readersSeeAllOf(final Set<String> answered, final String bootstrap) throws Exception {
        try {
            Clients.createTopic(bootstrap);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        final var missing = new HashSet<>(answered);
        final var end = Clients.logEnd(bootstrap);
        try (var reader = Clients.reader(bootstrap)) {
            final var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!missing.isEmpty() || reader.position(Clients.TOPIC) < end) {
                missing.removeAll(Clients.lines(reader));
                if (System.nanoTime() > deadline) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void commitUntilHalted(final Path data, final String life, final int commits, final String bootstrap)
            throws Exception {
        final Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "transactional.id",
                "writer-" + life,
                "transaction.timeout.ms",
                "10000");
        final var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        for (int n = 0; ; n++) {
            final var line = life + "/" + n;
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Clients.TOPIC.topic(), line));
            producer.commitTransaction();
            if (n == commits) {
                note(data, line);
                Runtime.getRuntime().halt(HALTED_AFTER_COMMIT);
            }
            note(data, line);
        }
    }

    private static void note(final Path data, final String line) throws Exception {
        Files.write(data.resolve("answered"), List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
