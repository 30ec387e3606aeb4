package io.millrace.api.events;

import io.millrace.api.topic.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads all journals, committed events only, and hands them to the feed. */
final class JournalReader implements AutoCloseable {

    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final Feed feed;
    private final TopicReader reader;

    JournalReader(final Consumer<byte[], byte[]> consumer, final Feed feed) {
        this.consumer = consumer;
        this.feed = feed;
        this.reader = new TopicReader("journals", consumer, this::publish);
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
            reader.poll();
        }
        reader.start();
    }

    boolean alive() {
        return reader.alive();
    }

    private void publish(final ConsumerRecords<byte[], byte[]> records) {
        final List<Entry> entries = new ArrayList<>(records.count());
        records.forEach(record -> entries.add(Entry.of(record)));
        final Map<TopicPartition, Long> read = new HashMap<>();
        records.nextOffsets().forEach((partition, next) -> read.put(partition, next.offset()));
        feed.publish(entries, read);
    }

    @Override
    public void close() {
        reader.close();
    }
}
