package io.millrace.infra.faults;

import io.millrace.infra.faults.Findings.Sort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Waits until nothing moves any more; then nothing may be open: a transaction that hangs would hide what is behind it. */
final class Settled {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Longer than any alarm of the scripts waits. */
    private static final Duration STILL = Duration.ofSeconds(7);

    private final Findings findings;

    Settled(final Findings findings) {
        this.findings = findings;
    }

    void await(final Admin admin) throws InterruptedException {
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<TopicPartition, Long> before = Map.of();
        long since = System.nanoTime();
        while (true) {
            final Map<TopicPartition, Long> ends = ends(admin, IsolationLevel.READ_UNCOMMITTED);
            if (!ends.equals(before)) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STILL.toNanos()) {
                found(ends, ends(admin, IsolationLevel.READ_COMMITTED));
                return;
            }
            if (System.nanoTime() > deadline) {
                final Map<TopicPartition, Long> last = before;
                final var moving = ends.entrySet().stream()
                        .filter(end -> !end.getValue().equals(last.get(end.getKey())))
                        .toList();
                findings.add(Sort.STUCK, "it doesn't come to rest: " + moving);
                return;
            }
            before = ends;
            Scene.pass(LOOK);
        }
    }

    void found(final Map<TopicPartition, Long> ends, final Map<TopicPartition, Long> committed) {
        ends.forEach((partition, end) -> {
            if (committed.getOrDefault(partition, 0L) < end) {
                findings.add(
                        Sort.STUCK,
                        "a transaction holds " + partition + " back at " + committed.get(partition) + " of " + end);
            }
        });
    }

    /** Kafka's own topics move whenever somebody says how far they have read. */
    private static Map<TopicPartition, Long> ends(final Admin admin, final IsolationLevel isolation)
            throws InterruptedException {
        try {
            final List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> !name.startsWith("__"))
                    .toList();
            final Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(it ->
                                    latest.put(new TopicPartition(topic.name(), it.partition()), OffsetSpec.latest())));
            return admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (final ExecutionException e) {
            throw new IllegalStateException("The brokers don't say how far they are: " + e.getCause(), e);
        }
    }
}
