package io.millrace.api.notify;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far each partition is done, though its records are not done in order: up to the first that isn't. */
final class Progress {

    private final Map<TopicPartition, TreeSet<Long>> open = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();

    synchronized void begun(final ConsumerRecord<?, ?> record) {
        final TopicPartition partition = partition(record);
        open.computeIfAbsent(partition, _ -> new TreeSet<>()).add(record.offset());
        next.merge(partition, record.offset() + 1, Math::max);
    }

    synchronized void done(final ConsumerRecord<?, ?> record) {
        final TreeSet<Long> offsets = open.get(partition(record));
        if (offsets != null) {
            offsets.remove(record.offset());
        }
    }

    /** What can be committed of these. */
    synchronized Map<TopicPartition, OffsetAndMetadata> of(final Collection<TopicPartition> partitions) {
        final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (final TopicPartition partition : partitions) {
            final Long end = next.get(partition);
            final TreeSet<Long> waiting = open.get(partition);
            if (end != null && waiting != null) {
                offsets.put(partition, new OffsetAndMetadata(waiting.isEmpty() ? end : waiting.first()));
            }
        }
        return offsets;
    }

    synchronized void forget(final Collection<TopicPartition> partitions) {
        partitions.forEach(open::remove);
        partitions.forEach(next::remove);
    }

    synchronized boolean isAllDone() {
        return open.values().stream().allMatch(TreeSet::isEmpty);
    }

    private static TopicPartition partition(final ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
