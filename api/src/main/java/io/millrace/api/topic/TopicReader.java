package io.millrace.api.topic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads what its consumer was assigned, until it is closed. A trouble that Kafka calls temporary is waited
 * out; with any other it is dead, and whoever asks whether the process is well should ask it.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> told;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean failed;

    /** {@code told} gets what each poll brought, which may be nothing. */
    public TopicReader(
            final String name,
            final Consumer<byte[], byte[]> consumer,
            final java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> told) {
        this.consumer = consumer;
        this.told = told;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::read);
    }

    /** Goes on from where the consumer stands, which belongs to this thread from now on. */
    public void start() {
        // to ask for nothing is a mistake to Kafka
        if (!consumer.assignment().isEmpty()) {
            thread.start();
        }
    }

    /** One poll, by whoever wants to catch up before it starts. */
    public void poll() {
        try {
            told.accept(consumer.poll(POLL));
        } catch (final RetriableException e) {
            LOG.warn("{} can't be read at the moment: {}", thread.getName(), e.getMessage());
            LockSupport.parkNanos(AGAIN.toNanos());
        }
    }

    /** Not after it gave up for good. */
    public boolean alive() {
        return !failed;
    }

    public boolean closing() {
        return closing;
    }

    private void read() {
        try {
            while (!closing) {
                poll();
            }
        } catch (final WakeupException e) {
            LOG.debug("woken up to stop");
        } catch (final RuntimeException e) {
            failed = true;
            LOG.error("{} are not read any more: this process has to be started anew", thread.getName(), e);
        } finally {
            // it is in no group and keeps no place: there is nobody to take leave of
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            ended.countDown();
        }
    }

    @Override
    public void close() {
        closing = true;
        if (thread.getState() == Thread.State.NEW) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            return;
        }
        consumer.wakeup();
        try {
            if (!ended.await(TO_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("reading {} did not stop in {}", thread.getName(), TO_CLOSE);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
