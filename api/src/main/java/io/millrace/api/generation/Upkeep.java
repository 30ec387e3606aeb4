package io.millrace.api.generation;

import io.millrace.backbone.page.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What generations have in Kafka: how much of the journal waits for them, and what is left when they are gone. */
public final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;

    public Upkeep(final Admin admin) {
        this.admin = admin;
    }

    /** Records of the journal that it has still to fold, on all instances; nothing if that can't be told. */
    public OptionalLong waiting(final Generation generation, final int partitions) {
        try {
            final List<TopicPartition> journal = IntStream.range(0, partitions)
                    .mapToObj(it -> new TopicPartition(generation.business().topic("journal"), it))
                    .toList();
            final Map<TopicPartition, ListOffsetsResultInfo> ends = await(admin.listOffsets(
                            journal.stream().collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest())))
                    .all());
            final Map<TopicPartition, OffsetAndMetadata> done = await(
                    admin.listConsumerGroupOffsets(generation.application()).partitionsToOffsetAndMetadata());
            return OptionalLong.of(ends.entrySet().stream()
                    .mapToLong(it -> {
                        final OffsetAndMetadata folded = done.get(it.getKey());
                        return it.getValue().offset() - (folded == null ? 0 : folded.offset());
                    })
                    .sum());
        } catch (final ExecutionException | TimeoutException e) {
            LOG.debug("what waits for {} can't be told", generation.application(), e);
            return OptionalLong.empty();
        }
    }

    /** Deletes its group and its topics, once every instance has left; false if some have not. */
    public boolean remove(final Generation generation, final long deadline) {
        try {
            while (!left(generation.application())) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            final List<String> topics = await(admin.listTopics().names()).stream()
                    .filter(generation::owns)
                    .toList();
            await(admin.deleteTopics(topics).all());
            LOG.info("pages, application={}, topics deleted={}", generation.application(), topics.size());
            return true;
        } catch (final ExecutionException | TimeoutException e) {
            LOG.warn("what {} had in Kafka can't be deleted: {}", generation.application(), e.getMessage());
            return false;
        }
    }

    private boolean left(final String group) throws TimeoutException {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
            return true;
        } catch (final ExecutionException e) {
            return e.getCause() instanceof GroupIdNotFoundException;
        }
    }

    private static <T> T await(final KafkaFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        }
    }
}
