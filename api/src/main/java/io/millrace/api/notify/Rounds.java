package io.millrace.api.notify;

import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.topics.Again;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Sends errands around through the retry topics, and in the end to quarantine. */
final class Rounds {

    private final RetryPlan plan;
    private final Outbox outbox;
    private final InstantSource clock;

    Rounds(final RetryPlan plan, final Outbox outbox, final InstantSource clock) {
        this.plan = plan;
        this.outbox = outbox;
        this.clock = clock;
    }

    RetryPlan plan() {
        return plan;
    }

    CompletableFuture<Void> again(final Errand errand) {
        final Instant now = clock.instant();
        final Instant since = errand.since();
        final Again next = errand.hopeless()
                ? Again.SOON
                : plan.next(
                        since == null ? Duration.ZERO : Duration.between(since, now),
                        Duration.between(now, errand.notBefore()));
        final ConsumerRecord<byte[], byte[]> record = errand.record();
        return outbox.send(new ProducerRecord<>(
                next.topic(errand.notice().getBusiness()),
                null,
                record.key(),
                record.value(),
                ErrandHeaders.of(errand)));
    }

    /** A dead letter is a record in quarantine like any other: sent again from there, it begins anew. */
    CompletableFuture<Void> dead(final Errand errand, final String reason) {
        return dead(errand.record(), ErrandHeaders.fresh(errand), new UndeliverableException(reason));
    }

    CompletableFuture<Void> dead(final ConsumerRecord<byte[], byte[]> record, final RuntimeException why) {
        return dead(record, record.headers(), why);
    }

    private CompletableFuture<Void> dead(
            final ConsumerRecord<byte[], byte[]> record, final Headers headers, final RuntimeException why) {
        final Place place = new Place(record.topic(), record.partition(), record.offset());
        final String business = record.topic().substring(0, record.topic().indexOf('.'));
        return outbox.send(new ProducerRecord<>(
                business + ".quarantine",
                null,
                record.key(),
                record.value(),
                Quarantine.headers(headers, place, Reader.NOTIFIER, why)));
    }
}
