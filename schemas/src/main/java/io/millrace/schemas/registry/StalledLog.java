package io.millrace.schemas.registry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;

/**
 * Says why committed records don't come: an open transaction holds back everything behind it, for ever if its markers
 * got lost, and the only sign of it is silence.
 */
final class StalledLog {
    private final Admin admin;

    StalledLog(final Admin admin) {
        this.admin = admin;
    }

    long end() throws ExecutionException, InterruptedException {
        return end(IsolationLevel.READ_UNCOMMITTED);
    }

    /** What an operator should know, given how far the reader got. */
    String diagnosis(final long position) throws InterruptedException {
        try {
            final long stable = end(IsolationLevel.READ_COMMITTED);
            final long end = end();
            if (stable >= end) {
                return "the reader is at " + position + " of " + end + ", and no transaction holds it back";
            }
            return "the reader is at " + position + ": a transaction holds everything from offset " + stable + " to "
                    + end + " back. " + open() + ". If its producer is gone, end it with"
                    + " kafka-transactions.sh abort --topic " + SchemasTopic.NAME + " --partition 0 --start-offset "
                    + stable;
        } catch (ExecutionException | TimeoutException e) {
            return "the reader is at " + position + ", and the cluster can't say why: " + e;
        }
    }

    private String open() throws InterruptedException, ExecutionException, TimeoutException {
        final Map<Long, String> names = admin.listTransactions().all().get(5, TimeUnit.SECONDS).stream()
                .collect(Collectors.toMap(
                        TransactionListing::producerId, TransactionListing::transactionalId, (a, b) -> a));
        final List<String> open = admin
                .describeProducers(List.of(SchemasTopic.PARTITION))
                .partitionResult(SchemasTopic.PARTITION)
                .get(5, TimeUnit.SECONDS)
                .activeProducers()
                .stream()
                .filter(it -> it.currentTransactionStartOffset().isPresent())
                .map(it -> described(it, names))
                .toList();
        return "Open: " + open;
    }

    private static String described(final ProducerState producer, final Map<Long, String> names) {
        return "producer " + producer.producerId() + " epoch " + producer.producerEpoch() + " transactional.id "
                + names.getOrDefault(producer.producerId(), "(unknown to the coordinator)") + " since offset "
                + producer.currentTransactionStartOffset().orElse(-1);
    }

    private long end(final IsolationLevel isolation) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(SchemasTopic.PARTITION, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(SchemasTopic.PARTITION)
                .get()
                .offset();
    }
}
