package io.millrace.api.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that reads all journals, committed events only, and hands them to the feed. */
final class JournalReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final Feed feed;
    private final Thread thread = Thread.ofPlatform().name("journals").daemon().unstarted(this::read);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    JournalReader(final Consumer<byte[], byte[]> consumer, final Feed feed) {
        this.consumer = consumer;
        this.feed = feed;
    }

    /** Returns when all that was there is on the tapes: who listens from now on misses nothing. */
    void start(final Collection<TopicPartition> journals, final int tapeLength) {
        consumer.assign(journals);
        final Map<TopicPartition, Long> ends = consumer.endOffsets(journals);
        final Map<TopicPartition, Long> from = new HashMap<>(consumer.beginningOffsets(journals));
        from.replaceAll((partition, begin) -> Math.max(begin, ends.getOrDefault(partition, 0L) - tapeLength));
        from.forEach(consumer::seek);
        feed.begin(from);
        final long deadline = System.nanoTime() + TO_BEGIN.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
                && System.nanoTime() < deadline) {
            poll();
        }
        thread.start();
    }

    private void read() {
        try {
            while (!closing) {
                try {
                    poll();
                } catch (final WakeupException e) {
                    LOG.debug("woken up to stop");
                } catch (final KafkaException e) {
                    LOG.warn("journals can't be read at the moment: {}", e.getMessage());
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(TO_CLOSE));
            ended.countDown();
        }
    }

    private void poll() {
        final var records = consumer.poll(POLL);
        final List<Entry> entries = new ArrayList<>(records.count());
        records.forEach(record -> entries.add(Entry.of(record)));
        final Map<TopicPartition, Long> read = new HashMap<>();
        records.nextOffsets().forEach((partition, next) -> read.put(partition, next.offset()));
        feed.publish(entries, read);
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
                LOG.warn("the journal reader did not stop in {}", TO_CLOSE);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
