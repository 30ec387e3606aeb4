package io.millrace.api.people;

import io.millrace.api.topic.TopicReader;
import io.millrace.schemas.client.RegistryException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps in memory what topics say of people: all of it from their beginning, and then each change. So every instance
 * knows everyone by itself, and nobody has to ask another who it is that asks.
 */
final class PeopleReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleReader.class);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> told;
    private final TopicReader reader;

    PeopleReader(
            final Consumer<byte[], byte[]> consumer,
            final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> told) {
        this.consumer = consumer;
        this.told = told;
        this.reader = new TopicReader("people", consumer, records -> records.forEach(this::read));
    }

    /** Returns when it has all that was in the topics when it began. */
    void start(final Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
            reader.poll();
        }
        reader.start();
    }

    boolean alive() {
        return reader.alive();
    }

    /** What can't be read shuts out one person, and not everybody; a registry that is away is waited for. */
    private void read(final ConsumerRecord<byte[], byte[]> record) {
        while (!reader.closing()) {
            try {
                told.accept(record);
                return;
            } catch (final RegistryException e) {
                LOG.warn("people can't be read of at the moment: {}", e.getMessage());
                LockSupport.parkNanos(AGAIN.toNanos());
            } catch (final RuntimeException e) {
                LOG.error(
                        "record can't be read, topic={}, partition={}, offset={}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e);
                return;
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
