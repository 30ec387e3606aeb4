package io.millrace.api.notify;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Commits what is done: after each batch, when nothing comes, and before partitions go to somebody else. */
final class Commits implements ConsumerAwareRebalanceListener, ApplicationEventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final Progress progress;

    Commits(final Progress progress) {
        this.progress = progress;
    }

    static void commit(final Consumer<?, ?> consumer, final Progress progress) {
        final var offsets = progress.of(consumer.assignment());
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (_, failure) -> {
                if (failure != null) {
                    LOG.debug("not committed this time: {}", failure.getMessage());
                }
            });
        }
    }

    @Override
    public void publishEvent(final Object event) {
        if (event instanceof ListenerContainerIdleEvent idle) {
            commit(idle.getConsumer(), progress);
        }
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
            final Consumer<?, ?> consumer, final Collection<TopicPartition> partitions) {
        try {
            consumer.commitSync(progress.of(partitions));
        } catch (final KafkaException e) {
            LOG.warn(
                    "not committed before others take over: what was done since is done once more, {}", e.getMessage());
        }
        progress.forget(partitions);
    }

    @Override
    public void onPartitionsLost(final Consumer<?, ?> consumer, final Collection<TopicPartition> partitions) {
        progress.forget(partitions);
    }
}
