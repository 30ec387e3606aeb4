package io.millrace.infra.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Says again what it reads, exactly once: each polled batch is one transaction with its offsets. It does nothing else. */
final class TransactionalEcho implements AutoCloseable {

    private static final String GROUP = "millrace-bench-echo";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String to;
    private final Thread thread;
    private volatile boolean open = true;

    TransactionalEcho(final String bootstrap, final List<TopicPartition> from, final String to) {
        this.to = to;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", GROUP, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(from);
        consumer.seekToEnd(from);
        from.forEach(consumer::position);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", GROUP, "retry.backoff.ms", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        thread = Thread.ofPlatform().name("transactional-echo").daemon().start(this::echo);
    }

    private void echo() {
        while (open) {
            final ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(100));
            if (!polled.isEmpty()) {
                producer.beginTransaction();
                final Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
                for (final ConsumerRecord<byte[], byte[]> record : polled) {
                    producer.send(new ProducerRecord<>(to, record.key(), record.value()));
                    places.put(
                            new TopicPartition(record.topic(), record.partition()),
                            new OffsetAndMetadata(record.offset() + 1));
                }
                producer.sendOffsetsToTransaction(places, consumer.groupMetadata());
                producer.commitTransaction();
            }
        }
        consumer.close();
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
        producer.close();
    }
}
