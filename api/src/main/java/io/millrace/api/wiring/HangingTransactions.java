package io.millrace.api.wiring;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches for a transaction that never ends: committed readers would wait behind it for ever, in silence. It is named
 * here, with what a person needs to abort it.
 */
final class HangingTransactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Admin admin;
    private final List<TopicPartition> watched;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hanging-transactions").factory());
    private Map<TopicPartition, Long> stuckAt = Map.of();

    private HangingTransactions(final Admin admin, final List<TopicPartition> watched) {
        this.admin = admin;
        this.watched = watched;
    }

    /** {@code admin} is closed with the watch. */
    static HangingTransactions watch(final Admin admin, final List<TopicPartition> partitions) {
        final var watch = new HangingTransactions(admin, partitions);
        watch.timer.scheduleWithFixedDelay(watch::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            final Map<TopicPartition, Long> stuck = new HashMap<>();
            final var committed = ends(IsolationLevel.READ_COMMITTED);
            final var written = ends(IsolationLevel.READ_UNCOMMITTED);
            committed.forEach((partition, stable) -> {
                final ListOffsetsResultInfo end = written.get(partition);
                if (end != null && stable.offset() < end.offset()) {
                    stuck.put(partition, stable.offset());
                }
            });
            final Map<TopicPartition, Long> before = stuckAt;
            stuckAt = stuck;
            for (final Map.Entry<TopicPartition, Long> entry : stuck.entrySet()) {
                if (entry.getValue().equals(before.get(entry.getKey()))) {
                    name(entry.getKey(), entry.getValue());
                }
            }
        } catch (final ExecutionException | RuntimeException e) {
            LOG.debug("can't look for hanging transactions at the moment", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(final IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        return admin.listOffsets(
                        watched.stream().collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest())),
                        new ListOffsetsOptions(isolation))
                .all()
                .get();
    }

    private void name(final TopicPartition partition, final long stable)
            throws ExecutionException, InterruptedException {
        final Map<Long, String> ids = admin.listTransactions().all().get().stream()
                .collect(Collectors.toMap(
                        TransactionListing::producerId, TransactionListing::transactionalId, (a, b) -> a + "," + b));
        for (final ProducerState producer : admin.describeProducers(List.of(partition))
                .partitionResult(partition)
                .get()
                .activeProducers()) {
            if (producer.currentTransactionStartOffset().isPresent()) {
                LOG.error(
                        "transaction hangs, partition={}, stableOffset={}, startOffset={}, producerId={}, epoch={},"
                                + " transactionalId={}; end it with kafka-transactions abort",
                        partition,
                        stable,
                        producer.currentTransactionStartOffset().getAsLong(),
                        producer.producerId(),
                        producer.producerEpoch(),
                        ids.getOrDefault(producer.producerId(), "unknown"));
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ofSeconds(2));
    }
}
