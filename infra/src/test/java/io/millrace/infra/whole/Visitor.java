package io.millrace.infra.whole;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who comes to a Kafka that asks who they are, and tries what they may there. */
final class Visitor implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** {@code numbered}: whether what they write is; who may write nothing may not even ask for a number. */
    Visitor(final String bootstrap, final Map<String, String> as, final boolean numbered) {
        final Map<String, Object> config = new HashMap<>(as);
        config.put("bootstrap.servers", bootstrap);
        config.put("default.api.timeout.ms", 10_000);
        config.put("request.timeout.ms", 5_000);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        config.put("max.block.ms", 10_000);
        config.put("enable.idempotence", numbered);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    boolean mayWrite(final String topic) {
        try {
            write(topic);
            return true;
        } catch (final KafkaException e) {
            // a producer may learn that it may not while it gets its number, and only say so when it sends
            if (e instanceof AuthorizationException || e.getCause() instanceof AuthorizationException) {
                return false;
            }
            throw e;
        }
    }

    void write(final String topic) {
        try {
            producer.send(new ProducerRecord<>(topic, "acl".getBytes(StandardCharsets.UTF_8), new byte[] {1}))
                    .get();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    boolean mayRead(final String topic) {
        try {
            final TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.position(partition, Duration.ofSeconds(10));
            consumer.poll(Duration.ofMillis(200));
            return true;
        } catch (final AuthorizationException e) {
            return false;
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
