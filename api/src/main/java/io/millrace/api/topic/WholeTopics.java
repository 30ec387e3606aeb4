package io.millrace.api.topic;

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
 * Tells of all that topics hold, from their beginning, and then of each change. So every instance knows it by itself,
 * and nobody has to ask another.
 */
public final class WholeTopics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WholeTopics.class);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final String what;
    private final Consumer<byte[], byte[]> consumer;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> told;
    private final TopicReader reader;

    /** {@code polled} is run after each poll on the same thread, whether it brought something or not. */
    public WholeTopics(
            final String what,
            final Consumer<byte[], byte[]> consumer,
            final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> told,
            final Runnable polled) {
        this.what = what;
        this.consumer = consumer;
        this.told = told;
        this.reader = new TopicReader(what, consumer, records -> {
            records.forEach(this::read);
            polled.run();
        });
    }

    /** Returns when it has all that was in the topics when it began. */
    public void start(final Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
            reader.poll();
        }
        reader.start();
    }

    public boolean alive() {
        return reader.alive();
    }

    /** What can't be read is left out, and nothing else; a registry that is away is waited for. */
    private void read(final ConsumerRecord<byte[], byte[]> record) {
        while (!reader.closing()) {
            try {
                told.accept(record);
                return;
            } catch (final RegistryException e) {
                LOG.warn("{} can't be read at the moment: {}", what, e.getMessage());
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
