package io.millrace.api.notify;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends until it is sent: what is done about a notice counts only once it is written down. */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final KafkaTemplate<byte[], byte[]> template;
    private final Executor later =
            CompletableFuture.delayedExecutor(BETWEEN.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    private volatile boolean closed;

    Outbox(final KafkaTemplate<byte[], byte[]> template) {
        this.template = template;
    }

    /** Completes when it is in the log; never, if this is closed before. */
    CompletableFuture<Void> send(final ProducerRecord<byte[], byte[]> record) {
        final CompletableFuture<Void> sent = new CompletableFuture<>();
        send(record, sent);
        return sent;
    }

    private void send(final ProducerRecord<byte[], byte[]> record, final CompletableFuture<Void> sent) {
        try {
            template.send(record).whenComplete((_, failure) -> {
                if (failure == null) {
                    // on a thread of our own: what follows may send too, and the producer's would wait for itself
                    Thread.startVirtualThread(() -> sent.complete(null));
                } else {
                    again(record, sent, failure);
                }
            });
        } catch (final RuntimeException e) {
            again(record, sent, e);
        }
    }

    private void again(
            final ProducerRecord<byte[], byte[]> record, final CompletableFuture<Void> sent, final Throwable failure) {
        if (!closed) {
            LOG.warn("not written yet, topic={}: {}", record.topic(), failure.getMessage());
            later.execute(() -> send(record, sent));
        }
    }

    void close() {
        closed = true;
    }
}
