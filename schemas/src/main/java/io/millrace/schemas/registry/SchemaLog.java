package io.millrace.schemas.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The {@code _schemas} topic as the registry uses it: what was appended is in the state when append returns. */
final class SchemaLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaLog.class);
    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    private final Admin admin;
    private final LogReader reader;
    private final Map<String, Object> kafka;
    private volatile LogWriter writer;
    private final StalledLog stalled;

    SchemaLog(final Map<String, Object> kafka, final RegistryState state) {
        this.kafka = kafka;
        this.admin = Admin.create(kafka);
        this.stalled = new StalledLog(admin);
        this.reader = new LogReader(kafka, state);
        this.writer = new LogWriter(kafka);
    }

    /** Ready when it has taken over writing and has read everything that was written before. */
    void start(final Duration patience) {
        try {
            new SchemasTopic(admin).ensure(patience);
            writer.start(patience);
            reader.start();
            readToEnd(patience);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The registry can't use its topic: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the registry was starting", e);
        }
    }

    private void readToEnd(final Duration patience) throws ExecutionException, InterruptedException {
        final long deadline = System.nanoTime() + patience.toNanos();
        final long end = stalled.end();
        while (!reader.reaches(end, min(REPORT_EVERY, Duration.ofNanos(deadline - System.nanoTime())))) {
            final String diagnosis = stalled.diagnosis(reader.position());
            LOG.warn("event=registry-start-stalled topic={} why=\"{}\"", SchemasTopic.NAME, diagnosis);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The registry could not read '" + SchemasTopic.NAME + "' to its end: " + diagnosis);
            }
        }
        LOG.info("event=registry-read topic={} offset={}", SchemasTopic.NAME, end);
    }

    void append(final List<LogEntry> entries) throws InterruptedException {
        final long offset = write(entries);
        if (!reader.reaches(offset + 1, WRITE_PATIENCE)) {
            final String diagnosis = stalled.diagnosis(reader.position());
            LOG.error("event=registry-write-unseen topic={} why=\"{}\"", SchemasTopic.NAME, diagnosis);
            throw RegistryError.storeTimedOut("The change is written, but can't be read back yet: " + diagnosis);
        }
    }

    private long write(final List<LogEntry> entries) throws InterruptedException {
        try {
            return writer.write(entries);
        } catch (ForgottenWriter e) {
            renewWriter();
            throw e;
        }
    }

    /** Taking over again is right only while nobody else has: otherwise it would throw the newer writer out. */
    private void renewWriter() throws InterruptedException {
        try {
            admin.describeTransactions(List.of(RegistryKafka.WRITER))
                    .description(RegistryKafka.WRITER)
                    .get();
            throw RegistryError.notTheWriter();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TransactionalIdNotFoundException)) {
                throw RegistryError.storeFailed(
                        "The brokers don't say who writes '" + SchemasTopic.NAME + "': " + e.getCause());
            }
        }
        LOG.info("event=registry-writer-renewed: the brokers had forgotten it, as they do after a week without writes");
        final LogWriter forgotten = writer;
        final LogWriter renewed = new LogWriter(kafka);
        try {
            renewed.start(WRITE_PATIENCE);
            // Only now: while it fails, the forgotten one stays and the next write tries again from here.
            writer = renewed;
            forgotten.close();
            readToEnd(WRITE_PATIENCE);
        } catch (ExecutionException | KafkaException e) {
            if (writer != renewed) {
                renewed.close();
            }
            throw RegistryError.storeFailed("The registry can't use its topic: " + e.getMessage());
        }
    }

    private static Duration min(final Duration a, final Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
        admin.close(Duration.ofSeconds(5));
    }
}
