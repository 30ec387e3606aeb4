package io.millrace.backbone.stream;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer that begins nothing anew once it has aborted a transaction. All tasks of a stream thread share one; when one
 * of them is found corrupted in the middle of a rebalance, Streams closes that and aborts what all of them wrote, without
 * having committed the others first (seen on 4.3.1). Those would go on with books that hold what their journal has lost.
 * Fenced, they are all closed, and begin again where everything was committed together, with a producer of their own.
 * Nor does it write anything after a {@link Standstill}.
 */
final class MortalProducer extends KafkaProducer<byte[], byte[]> {

    private final boolean transactional;
    private final OwnPlaces ownPlaces;
    private volatile boolean aborted;

    MortalProducer(final Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.ownPlaces = OwnPlaces.in(config);
        this.transactional = config.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    }

    @Override
    public Future<RecordMetadata> send(final ProducerRecord<byte[], byte[]> record, final @Nullable Callback callback) {
        Standstill.check();
        return super.send(record, callback);
    }

    /** Streams asks for it once a task, and waits each time; a transaction's commit waits for all of them, and fails with any. */
    @Override
    public void flush() {
        if (!transactional) {
            super.flush();
        }
    }

    /** What was written leaves meanwhile; where nothing is left to say, with the commit. */
    @Override
    public void sendOffsetsToTransaction(
            final Map<TopicPartition, OffsetAndMetadata> offsets, final ConsumerGroupMetadata group) {
        final Map<TopicPartition, OffsetAndMetadata> needed = ownPlaces.without(offsets);
        if (!needed.isEmpty()) {
            Thread.ofVirtual().start(super::flush);
            super.sendOffsetsToTransaction(needed, group);
        }
    }

    @Override
    public void commitTransaction() {
        super.commitTransaction();
        ownPlaces.committed();
    }

    @Override
    public void beginTransaction() {
        if (aborted) {
            throw new ProducerFencedException("what others wrote may have been aborted with it: all begin again");
        }
        ownPlaces.begun();
        super.beginTransaction();
    }

    @Override
    public void abortTransaction() {
        aborted = true;
        super.abortTransaction();
    }
}
