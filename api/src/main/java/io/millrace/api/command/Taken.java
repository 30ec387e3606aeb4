package io.millrace.api.command;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.core.KafkaOperations;

/** Writes for good what somebody decided: it is with the broker when this returns. */
public final class Taken {

    private Taken() {}

    /** @throws NotTakenException if the broker doesn't confirm it in time, or can't be asked */
    public static RecordMetadata by(
            final KafkaOperations<byte[], byte[]> kafka,
            final ProducerRecord<byte[], byte[]> record,
            final Duration patience) {
        try {
            return kafka.send(record)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .getRecordMetadata();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTakenException("The process is stopping.", e);
        } catch (final ExecutionException | TimeoutException | RuntimeException e) {
            // what the producer knows at once is thrown by the sending itself
            throw new NotTakenException("The broker did not take it.", e);
        }
    }
}
