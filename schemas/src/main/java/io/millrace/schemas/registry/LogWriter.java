package io.millrace.schemas.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the topic, all of a change or none of it. Two writers would give two schemas one id, so each is a
 * transactional producer of the same name, and the later one fences the earlier. It is used by one thread at a time.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private final Producer<byte[], byte[]> producer;
    /** A transaction that must be ended before the next can begin: its end timed out the last time. */
    private @Nullable Runnable unfinished;

    private boolean fenced;

    LogWriter(final Map<String, Object> kafka) {
        producer = new KafkaProducer<>(
                RegistryKafka.producer(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Takes over from whoever wrote before. */
    void start(final Duration patience) {
        final long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                producer.initTransactions();
                return;
            } catch (TimeoutException e) {
                // A cluster that starts together with us may take longer than one call waits.
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LOG.info("event=registry-waits-for-cluster why=\"{}\"", e.getMessage());
            }
        }
    }

    /** The offset of the last entry, once all of them are committed. */
    long write(final List<LogEntry> entries) throws InterruptedException {
        if (fenced) {
            throw RegistryError.notTheWriter();
        }
        try {
            finishWhatIsUnfinished();
            return writeAll(entries);
        } catch (ExecutionException | KafkaException e) {
            throw failed(e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
        }
    }

    private void finishWhatIsUnfinished() {
        final Runnable end = unfinished;
        if (end != null) {
            end.run();
            unfinished = null;
        }
    }

    private long writeAll(final List<LogEntry> entries) throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        unfinished = producer::abortTransaction;
        @Nullable Future<RecordMetadata> last = null;
        for (final LogEntry entry : entries) {
            final var value = entry.value();
            last = producer.send(new ProducerRecord<>(
                    SchemasTopic.NAME,
                    SchemasTopic.PARTITION.partition(),
                    Json.bytes(entry.key()),
                    value == null ? null : Json.bytes(value)));
        }
        producer.flush();
        final long offset = last == null ? -1 : last.get().offset();
        unfinished = producer::commitTransaction;
        producer.commitTransaction();
        unfinished = null;
        return offset;
    }

    private RuntimeException failed(final Throwable cause) {
        if (isCausedBy(cause, InvalidPidMappingException.class)) {
            return new ForgottenWriter(cause);
        }
        if (isFencing(cause)) {
            fenced = true;
            LOG.error("event=registry-writer-fenced: another registry took over, this one only reads from now on");
            return RegistryError.notTheWriter();
        }
        LOG.error("event=registry-write-failed", cause);
        if (cause instanceof TimeoutException) {
            return RegistryError.storeTimedOut(
                    "Kafka did not take the change in time; it may or may not be in force. Ask again");
        }
        return abandoned(cause);
    }

    private RuntimeException abandoned(final Throwable cause) {
        try {
            finishWhatIsUnfinished();
        } catch (KafkaException e) {
            if (isFencing(e)) {
                return failed(e);
            }
            LOG.error("event=registry-transaction-not-ended: it is tried again with the next write", e);
        }
        return RegistryError.storeFailed("Kafka refused the change: " + cause.getMessage());
    }

    private static boolean isFencing(final Throwable cause) {
        return isCausedBy(cause, ProducerFencedException.class)
                || isCausedBy(cause, InvalidProducerEpochException.class);
    }

    private static boolean isCausedBy(final Throwable error, final Class<? extends KafkaException> type) {
        for (@Nullable Throwable it = error; it != null; it = it.getCause()) {
            if (type.isInstance(it)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
