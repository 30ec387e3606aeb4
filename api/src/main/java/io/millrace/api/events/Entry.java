package io.millrace.api.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A journal record as it came: decoded only when somebody listens. */
record Entry(TopicPartition partition, long offset, String desk, byte[] value) {

    static Entry of(final ConsumerRecord<byte[], byte[]> record) {
        return new Entry(
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                new String(record.key(), StandardCharsets.UTF_8),
                record.value());
    }
}
