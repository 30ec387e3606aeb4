package io.millrace.backbone.stream;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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

    private volatile boolean aborted;

    MortalProducer(final Map<String, Object> config) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Future<RecordMetadata> send(final ProducerRecord<byte[], byte[]> record, final @Nullable Callback callback) {
        Standstill.check();
        return super.send(record, callback);
    }

    @Override
    public void beginTransaction() {
        if (aborted) {
            throw new ProducerFencedException("what others wrote may have been aborted with it: all begin again");
        }
        super.beginTransaction();
    }

    @Override
    public void abortTransaction() {
        aborted = true;
        super.abortTransaction();
    }
}
