package io.millrace.api.events;

import io.millrace.backbone.stream.Reading;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A journal record as it came: decoded only when somebody listens. */
record Entry(TopicPartition partition, long offset, String desk, byte @Nullable [] value) {

    static Entry of(final ConsumerRecord<byte[], byte[]> record) {
        return new Entry(
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                Reading.key(record.key()),
                record.value());
    }
}
