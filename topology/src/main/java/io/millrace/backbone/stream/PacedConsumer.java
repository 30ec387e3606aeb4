package io.millrace.backbone.stream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Lets whoever comes in a crowd be worked off together. A batch costs its requests and its commit, however small it is,
 * and on a busy machine that is most of what it costs; so after one that brought many records, the next isn't fetched
 * before the pace allows it. Where few come nobody waits for company, and who is far behind doesn't either.
 */
final class PacedConsumer extends KafkaConsumer<byte[], byte[]> {

    /** So many milliseconds are between two polls that bring many. */
    static final String PACE = "millrace.pace.ms";

    private static final int MANY = 8;
    private static final int BEHIND = 500;

    private final Duration pace;
    private long polled;
    private int brought;

    PacedConsumer(final Map<String, Object> config) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.pace = Duration.ofMillis((Long) config.getOrDefault(PACE, 0L));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(final Duration timeout) {
        if (!timeout.isZero()) {
            LockSupport.parkNanos(rest(pace, brought, System.nanoTime() - polled));
        }
        final ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        polled = System.nanoTime();
        brought = records.count();
        return records;
    }

    /** For how long whoever was brought so many, so long ago, lets others come first. */
    static long rest(final Duration pace, final int brought, final long nanosAgo) {
        return brought < MANY || brought >= BEHIND ? 0 : Math.max(0, pace.toNanos() - nanosAgo);
    }
}
