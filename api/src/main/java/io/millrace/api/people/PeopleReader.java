package io.millrace.api.people;

import io.millrace.schemas.client.RegistryException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in memory what topics say of people: all of it from their beginning, and then each change. So every instance
 * knows everyone by itself, and nobody has to ask another who it is that asks.
 */
final class PeopleReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> told;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean failed;

    PeopleReader(
            final Consumer<byte[], byte[]> consumer,
            final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> told) {
        this.consumer = consumer;
        this.told = told;
        this.thread = Thread.ofPlatform().name("people").daemon().unstarted(this::follow);
    }

    /** Returns when it has all that was in the topics when it began. */
    void start(final Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
            poll();
        }
        thread.start();
    }

    boolean alive() {
        return !failed;
    }

    private void follow() {
        try {
            while (!closing) {
                poll();
            }
        } catch (final WakeupException e) {
            LOG.debug("woken up to stop");
        } catch (final RuntimeException e) {
            failed = true;
            LOG.error("the reader of people has died; nobody who registers now can sign in here", e);
        } finally {
            consumer.close(CloseOptions.timeout(TO_CLOSE));
            ended.countDown();
        }
    }

    private void poll() {
        try {
            consumer.poll(POLL).forEach(this::read);
        } catch (final RetriableException e) {
            LOG.warn("people can't be read of at the moment: {}", e.getMessage());
        }
    }

    /** What can't be read shuts out one person, and not everybody; a registry that is away is waited for. */
    private void read(final ConsumerRecord<byte[], byte[]> record) {
        while (!closing) {
            try {
                told.accept(record);
                return;
            } catch (final RegistryException e) {
                LOG.warn("people can't be read of at the moment: {}", e.getMessage());
                LockSupport.parkNanos(AGAIN.toNanos());
            } catch (final RuntimeException e) {
                LOG.error(
                        "record can't be read, topic={}, partition={}, offset={}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e);
                return;
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        if (thread.getState() == Thread.State.NEW) {
            consumer.close(CloseOptions.timeout(TO_CLOSE));
            return;
        }
        consumer.wakeup();
        try {
            if (!ended.await(TO_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the reader of people did not stop in {}", TO_CLOSE);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
