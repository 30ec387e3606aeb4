package io.millrace.api.command;

import io.millrace.api.topic.TopicReader;
import io.millrace.backbone.stream.MillraceHeaders;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Reads committed receipts from the moment it is positioned, and tells those who asked. It decodes nothing: whose a
 * receipt is stands in its header.
 */
public final class ReceiptReader implements AutoCloseable {

    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Asked asked;
    private final TopicReader reader;
    private long swept = System.nanoTime();

    public ReceiptReader(final Consumer<byte[], byte[]> consumer, final Asked asked) {
        this.consumer = consumer;
        this.asked = asked;
        this.reader = new TopicReader("receipts", consumer, this::tell);
    }

    /** Returns when it stands at the end of every partition: no receipt for a later command can be missed. */
    public void start(final Collection<TopicPartition> receipts) {
        consumer.assign(receipts);
        consumer.seekToEnd(receipts);
        receipts.forEach(consumer::position);
        reader.start();
    }

    /** Not after it gave up for good. */
    public boolean alive() {
        return reader.alive();
    }

    private void tell(final ConsumerRecords<byte[], byte[]> records) {
        for (final ConsumerRecord<byte[], byte[]> record : records) {
            final Header ask = record.headers().lastHeader(MillraceHeaders.ASK);
            if (ask != null) {
                asked.answered(ask.value(), record.value());
            }
        }
        if (System.nanoTime() - swept > SWEEP_NANOS) {
            swept = System.nanoTime();
            asked.forget();
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
