package io.millrace.schemas.registry;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the topic, committed records only, and folds it into the state. Whoever wrote waits here until it is read. */
final class LogReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

    private final Consumer<byte[], byte[]> consumer;
    private final RegistryState state;
    private final Thread thread =
            Thread.ofPlatform().name("registry-reader").daemon().unstarted(this::follow);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long position;
    private volatile boolean closed;

    LogReader(final Map<String, Object> kafka, final RegistryState state) {
        this.state = state;
        this.consumer = new KafkaConsumer<>(
                RegistryKafka.consumer(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void start() {
        consumer.assign(Set.of(SchemasTopic.PARTITION));
        consumer.seekToBeginning(Set.of(SchemasTopic.PARTITION));
        thread.start();
    }

    /** Whether everything before this offset was read within the given time. */
    boolean reaches(final long offset, final Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < offset && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return position >= offset;
        } finally {
            lock.unlock();
        }
    }

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        try {
            while (!closed) {
                poll();
            }
        } catch (WakeupException e) {
            LOG.debug("event=registry-reader-stopped");
        } finally {
            // it is in no group and keeps no place: there is nobody to take leave of
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void poll() {
        try {
            for (final ConsumerRecord<byte[], byte[]> entry : consumer.poll(Duration.ofSeconds(1))) {
                apply(entry);
            }
            advanceTo(consumer.position(SchemasTopic.PARTITION));
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            // The client retries by itself what can be retried; the rest is worth a line, and another try.
            LOG.error("event=registry-read-failed", e);
            pause();
        }
    }

    private void apply(final ConsumerRecord<byte[], byte[]> entry) {
        try {
            final byte[] value = entry.value();
            state.apply(new LogEntry(Json.parse(entry.key()), value == null ? null : Json.parse(value)));
        } catch (RuntimeException e) {
            // Whatever one record holds, those behind it must still be read.
            LOG.error(
                    "event=schema-record-skipped offset={} why=\"{}\": no schema registry wrote it",
                    entry.offset(),
                    e.getMessage());
        }
    }

    private void advanceTo(final long offset) {
        lock.lock();
        try {
            position = offset;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            final boolean ignored = advanced.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
