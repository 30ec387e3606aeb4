package io.millrace.api.command;

import io.millrace.backbone.stream.MillraceHeaders;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed receipts from the moment it is positioned, and tells those who asked. It decodes nothing: whose a
 * receipt is stands in its header.
 */
public final class ReceiptReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Asked asked;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean failed;
    private long swept = System.nanoTime();

    public ReceiptReader(final Consumer<byte[], byte[]> consumer, final Asked asked) {
        this.consumer = consumer;
        this.asked = asked;
        this.thread = Thread.ofPlatform().name("receipts").daemon().unstarted(this::read);
    }

    /** Returns when it stands at the end of every partition: no receipt for a later command can be missed. */
    public void start(final Collection<TopicPartition> receipts) {
        consumer.assign(receipts);
        consumer.seekToEnd(receipts);
        receipts.forEach(consumer::position);
        thread.start();
    }

    /** Not after it gave up for good. */
    public boolean alive() {
        return !failed;
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
            LOG.error("the receipts reader has died; this process can't answer commands any more", e);
        } finally {
            consumer.close(CloseOptions.timeout(TO_CLOSE));
            ended.countDown();
        }
    }

    private void poll() {
        try {
            for (final ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                final Header ask = record.headers().lastHeader(MillraceHeaders.ASK);
                if (ask != null) {
                    asked.answered(ask.value(), record.value());
                }
            }
        } catch (final RetriableException e) {
            LOG.warn("receipts can't be read at the moment: {}", e.getMessage());
        }
        if (System.nanoTime() - swept > SWEEP_NANOS) {
            swept = System.nanoTime();
            asked.forget();
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
                LOG.warn("the receipts reader did not stop in {}", TO_CLOSE);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final KafkaException e) {
            LOG.warn("the receipts reader did not stop cleanly", e);
        }
    }
}
