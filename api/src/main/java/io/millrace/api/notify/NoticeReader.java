package io.millrace.api.notify;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

/** Reads one kind of topic, on its listener's thread. */
@FunctionalInterface
interface NoticeReader {

    void read(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer);

    /** As spring-kafka wants it. */
    default BatchConsumerAwareMessageListener<byte[], byte[]> listener() {
        return (final List<ConsumerRecord<byte[], byte[]>> records, final @Nullable Consumer<?, ?> consumer) ->
                read(records, Objects.requireNonNull(consumer));
    }
}
