package io.millrace.backbone.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a desk is that is alone. It keeps its places in its books, so its transactions need not hold them once more, which
 * is two requests, one after the other, and every answer would wait for them. Its group is told now and then, for whoever
 * asks it, and so that little is read again. Who is not alone can't do without: that is how Kafka fences who was replaced.
 */
final class OwnPlaces {

    static final String SETTING = "millrace.own.places";

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);
    private static final Duration LAST_WORD = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(OwnPlaces.class);

    private final Set<String> topics;
    private final Map<TopicPartition, OffsetAndMetadata> inTransaction = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private Map<TopicPartition, OffsetAndMetadata> toldLast = Map.of();
    private long toldAt = System.nanoTime();

    /** {@code topics}: those whose places are kept in the books. */
    OwnPlaces(final Set<String> topics) {
        this.topics = topics;
    }

    static OwnPlaces in(final Map<String, Object> config) {
        return config.get(SETTING) instanceof OwnPlaces it ? it : new OwnPlaces(Set.of());
    }

    /** A transaction begins; whatever became of one before that was never committed, its places count for nothing. */
    synchronized void begun() {
        inTransaction.clear();
    }

    /** Takes those out that a transaction need not hold. */
    synchronized Map<TopicPartition, OffsetAndMetadata> without(final Map<TopicPartition, OffsetAndMetadata> offsets) {
        final Map<TopicPartition, OffsetAndMetadata> others = new HashMap<>(offsets);
        others.keySet().removeIf(it -> topics.contains(it.topic()));
        inTransaction.putAll(offsets);
        inTransaction.keySet().removeAll(others.keySet());
        return others;
    }

    synchronized void committed() {
        committed.putAll(inTransaction);
        inTransaction.clear();
    }

    /** To its group, through a consumer of it, unless that was told a moment ago. */
    synchronized void tell(final Consumer<byte[], byte[]> group) {
        if (!committed.isEmpty() && System.nanoTime() - toldAt > NOW_AND_THEN.toNanos()) {
            final Map<TopicPartition, OffsetAndMetadata> telling = untold();
            group.commitAsync(telling, (_, failure) -> answered(telling, failure != null));
        }
    }

    /** What was not heard is told again, unless it was told anew meanwhile. */
    private synchronized void answered(final Map<TopicPartition, OffsetAndMetadata> telling, final boolean failed) {
        if (failed && telling == toldLast) {
            telling.forEach(committed::putIfAbsent);
        }
    }

    /** Whoever comes next begins where this one ended; and what is read again all the same is known. */
    synchronized void lastWord(final Consumer<byte[], byte[]> group) {
        try {
            if (!committed.isEmpty()) {
                group.commitSync(untold(), LAST_WORD);
            }
        } catch (final KafkaException | IllegalStateException e) {
            LOG.warn("a desk's group wasn't told how far it is: start and stop it before a backup", e);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> untold() {
        toldLast = Map.copyOf(committed);
        committed.clear();
        toldAt = System.nanoTime();
        return toldLast;
    }
}
