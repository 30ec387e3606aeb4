package io.millrace.infra.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One life of a broker with a writer in the same process, meant to end badly. It first proves that readers see every commit of
 * the lives before, then commits transaction after transaction, noting each in a file once it was answered, and halts.
 * Arguments: data directory, number of this life, commits until it halts (or is killed before), kind.
 */
public final class CrashingBroker {
    /** As it should be; with Kafka's bug; and with a transaction left open, which hangs readers for sure. */
    public enum Kind {
        CORRECTED,
        UNCORRECTED,
        LEAVES_ONE_OPEN
    }

    static final int HALTED_AFTER_COMMIT = 70;
    static final int READERS_HANG = 71;
    static final String ANSWERED = "answered";

    /** The line whose commit is answered when the process halts; no time is left to note it then. */
    static final String LAST = "last";

    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private CrashingBroker() {}

    public static void main(final String[] args) throws Exception {
        final var data = Path.of(args[0]);
        final var life = args[1];
        final var kind = Kind.valueOf(args[3]);
        final Runnable correction = kind == Kind.UNCORRECTED ? () -> {} : LeaderlessCorrection::install;
        final var broker = EmbeddedBroker.start(data, 0, Map.of(), correction);
        if (!readersSeeAllOf(answered(data), broker.bootstrap())) {
            Runtime.getRuntime().halt(READERS_HANG);
        }
        if (kind == Kind.LEAVES_ONE_OPEN) {
            leaveOneOpen(life, broker.bootstrap());
        }
        commitUntilHalted(data, life, Integer.parseInt(args[2]), broker.bootstrap());
    }

    private static Set<String> answered(final Path data) throws Exception {
        final var file = data.resolve(ANSWERED);
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
            while (!missing.isEmpty() || behind(reader, end)) {
                missing.removeAll(Clients.lines(reader));
                if (System.nanoTime() > deadline) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean behind(final KafkaConsumer<?, ?> reader, final Map<TopicPartition, Long> end) {
        return end.entrySet().stream().anyMatch(it -> reader.position(it.getKey()) < it.getValue());
    }

    /** Several writers, so that commits of all stages are under way when the first of them halts the process. */
    private static void commitUntilHalted(
            final Path data, final String life, final int commits, final String bootstrap) {
        for (int writer = 1; writer < WRITERS; writer++) {
            final var name = life + "-" + writer;
            Thread.ofPlatform().start(() -> commit(data, name, Integer.MAX_VALUE, bootstrap));
        }
        commit(data, life + "-0", commits, bootstrap);
    }

    private static void leaveOneOpen(final String life, final String bootstrap) {
        final var producer = producer(bootstrap, life + "-open", Duration.ofMinutes(10));
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Clients.TOPIC, 0, "", "never answered"));
        producer.flush();
    }

    private static KafkaProducer<String, String> producer(
            final String bootstrap, final String name, final Duration timeout) {
        final Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap,
                "transactional.id", name,
                "transaction.timeout.ms", Math.toIntExact(timeout.toMillis()));
        final var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static void commit(final Path data, final String writer, final int commits, final String bootstrap) {
        final var producer = producer(bootstrap, writer, Duration.ofSeconds(5));
        for (int n = 0; ; n++) {
            final var line = writer + "/" + n;
            producer.beginTransaction();
            for (final var partition : Clients.LINES) {
                producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), "", line));
            }
            if (n == commits) {
                producer.flush();
                note(data.resolve(LAST), line);
                producer.commitTransaction();
                Runtime.getRuntime().halt(HALTED_AFTER_COMMIT);
            }
            producer.commitTransaction();
            note(data.resolve(ANSWERED), line);
        }
    }

    private static synchronized void note(final Path file, final String line) {
        try {
            Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
