package io.millrace.api.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what is no longer on the tapes from the journal itself; a few at a time, however many come back at once. */
final class Older {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int AT_ONCE = 4;
    /** Where a search gives way to reading on. */
    private static final int NEAR = 2_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Older(final Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** Hands on what lies between the offsets, for as long as it is wanted. */
    void read(final TopicPartition partition, final long from, final long upTo, final Predicate<Entry> wanted)
            throws InterruptedException {
        with(partition, consumer -> first(consumer, partition, from, upTo, entry -> !wanted.test(entry)));
    }

    /** What stands there; empty if nothing does. */
    Optional<Entry> at(final TopicPartition partition, final long offset) throws InterruptedException {
        return with(partition, consumer -> first(consumer, partition, offset, offset + 1, _ -> true));
    }

    /** An offset before which the desk has nothing beyond that place in its journal. Its numbers rise with offsets. */
    long before(final TopicPartition partition, final String desk, final long upTo, final Predicate<Entry> beyond)
            throws InterruptedException {
        return with(partition, consumer -> {
            long low = consumer.beginningOffsets(Map.of(partition, 0L).keySet()).getOrDefault(partition, 0L);
            long high = upTo;
            while (high - low > NEAR) {
                final long middle = low + (high - low) / 2;
                final Optional<Entry> found = first(
                        consumer, partition, middle, high, entry -> entry.desk().equals(desk));
                if (found.isPresent() && !beyond.test(found.get())) {
                    low = found.get().offset() + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        });
    }

    private static Optional<Entry> first(
            final Consumer<byte[], byte[]> consumer,
            final TopicPartition partition,
            final long from,
            final long upTo,
            final Predicate<Entry> is) {
        consumer.seek(partition, from);
        while (consumer.position(partition) < upTo) {
            for (final ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() >= upTo) {
                    return Optional.empty();
                }
                final Entry entry = Entry.of(record);
                if (is.test(entry)) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    private <T> T with(final TopicPartition partition, final Function<Consumer<byte[], byte[]>, T> what)
            throws InterruptedException {
        turns.acquire();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            return what.apply(consumer);
        } finally {
            turns.release();
        }
    }
}
