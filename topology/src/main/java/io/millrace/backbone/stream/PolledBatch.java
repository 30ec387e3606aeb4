package io.millrace.backbone.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Knows when a stream thread has worked off what its last poll brought, which is the moment to commit: waiting for the
 * commit interval would make every answer wait with it, and a commit per record would cost a transaction each.
 */
public final class PolledBatch implements ConsumerInterceptor<byte[], byte[]> {

    /** Set for who wants fewer commits and later answers: nobody asks for them, they come when their time has come. */
    static final String NEVER = "millrace.commits.by.interval";

    private static final ThreadLocal<Left> LEFT = ThreadLocal.withInitial(Left::new);
    private static final ThreadLocal<Map<TopicPartition, Long>> LAST = ThreadLocal.withInitial(HashMap::new);

    private boolean never;

    /** How many records of a batch are left, and whether anybody waits for what one of them came to. */
    private static final class Left {
        private int records;
        private boolean waitedFor;
    }

    /** Counts one record off, which came to something or not; true when it was the last of a batch of which any did. */
    public static boolean drained(final boolean cameToSomething) {
        final Left left = LEFT.get();
        left.records--;
        left.waitedFor |= cameToSomething;
        return left.records <= 0 && left.waitedFor;
    }

    /** Whether this record is the last that the batch has of its partition. */
    public static boolean endsAt(final RecordMetadata place) {
        final Long last = LAST.get().get(new TopicPartition(place.topic(), place.partition()));
        return last == null || place.offset() >= last;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(final ConsumerRecords<byte[], byte[]> records) {
        final Left left = LEFT.get();
        left.waitedFor &= left.records > 0;
        left.records = never ? Integer.MAX_VALUE : records.count();
        for (final TopicPartition partition : records.partitions()) {
            LAST.get().put(partition, records.records(partition).getLast().offset());
        }
        return records;
    }

    @Override
    public void onCommit(final Map<TopicPartition, OffsetAndMetadata> offsets) {
        // commits are asked for here, not watched
    }

    @Override
    public void close() {
        LEFT.remove();
        LAST.remove();
    }

    @Override
    public void configure(final Map<String, ?> configs) {
        never = Boolean.parseBoolean(String.valueOf(configs.get(NEVER)));
    }
}
