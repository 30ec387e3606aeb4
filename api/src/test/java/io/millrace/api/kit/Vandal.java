package io.millrace.api.kit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Somebody who may write to the broker, and writes rubbish. */
public final class Vandal {

    private final String bootstrap;

    Vandal(final String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Returns where it lies, as quarantine would call it. */
    public String write(final String topic, final @Nullable String key, final byte @Nullable [] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            final byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
            final ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, keyBytes, value);
            record.headers().add("millrace-ask", null).add("mine", new byte[] {'m', 'e'});
            final var place = producer.send(record).get();
            return topic + "-" + place.partition() + "-" + place.offset();
        } catch (final ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
