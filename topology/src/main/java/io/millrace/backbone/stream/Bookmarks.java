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
 * Where a desk is that is alone. It keeps its place in its books, so its transactions need not hold it once more, which is
 * two requests, one after the other, and every answer would wait for them. Its group is told now and then, for whoever
 * asks it, and so that little is read again. Who is not alone can't do without: that is how Kafka fences who was replaced.
 */
final class Bookmarks {

    static final String SETTING = "millrace.bookmarks";

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);
    private static final Duration LAST_WORD = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Bookmarks.class);

    private final Set<String> topics;
    private final Map<TopicPartition, OffsetAndMetadata> written = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private long told = System.nanoTime();

    /** {@code topics}: those whose places are kept in the books. */
    Bookmarks(final Set<String> topics) {
        this.topics = topics;
    }

    static Bookmarks in(final Map<String, Object> config) {
        return config.get(SETTING) instanceof Bookmarks it ? it : new Bookmarks(Set.of());
    }

    /** A transaction begins; whatever became of one before that was never committed, its places count for nothing. */
    void begun() {
        written.clear();
    }

    /** Takes those out that a transaction need not hold. */
    Map<TopicPartition, OffsetAndMetadata> without(final Map<TopicPartition, OffsetAndMetadata> offsets) {
        final Map<TopicPartition, OffsetAndMetadata> others = new HashMap<>(offsets);
        others.keySet().removeIf(it -> topics.contains(it.topic()));
        written.putAll(offsets);
        written.keySet().removeAll(others.keySet());
        return others;
    }

    void committed() {
        committed.putAll(written);
        written.clear();
    }

    /** To its group, through a consumer of it, unless that was told a moment ago. */
    void tell(final Consumer<byte[], byte[]> group) {
        if (!committed.isEmpty() && System.nanoTime() - told > NOW_AND_THEN.toNanos()) {
            // what is committed meanwhile stands, whether this is heard or not
            group.commitAsync(untold(), (telling, failure) -> {
                if (failure != null) {
                    telling.forEach(committed::putIfAbsent);
                }
            });
        }
    }

    /** Whoever comes next begins where this one ended; and what is read again all the same is known. */
    void lastWord(final Consumer<byte[], byte[]> group) {
        try {
            if (!committed.isEmpty()) {
                group.commitSync(untold(), LAST_WORD);
            }
        } catch (final KafkaException | IllegalStateException e) {
            LOG.debug("the group wasn't told", e);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> untold() {
        final Map<TopicPartition, OffsetAndMetadata> untold = Map.copyOf(committed);
        committed.clear();
        told = System.nanoTime();
        return untold;
    }
}
