package io.millrace.api.notify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.backbone.stream.Trace;
import io.millrace.schemas.Notice;
import io.millrace.schemas.NoticeOutcome;
import io.millrace.schemas.PushState;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes down how notices fare, for the pages to show. */
final class News {

    private final AvroCodec codec;
    private final Outbox outbox;
    private final InstantSource clock;
    private final MeterRegistry meters;

    News(final AvroCodec codec, final Outbox outbox, final InstantSource clock, final MeterRegistry meters) {
        this.codec = codec;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    CompletableFuture<Void> sent(final Errand errand) {
        return tell(errand, PushState.SENT, null);
    }

    CompletableFuture<Void> waiting(final Errand errand, final String reason) {
        return tell(errand, PushState.WAITING, reason);
    }

    CompletableFuture<Void> failed(final Errand errand, final String reason) {
        return tell(errand, PushState.FAILED, reason);
    }

    private CompletableFuture<Void> tell(final Errand errand, final PushState state, final @Nullable String reason) {
        final Notice notice = errand.notice();
        Counter.builder("millrace.notices")
                .description("Notices by how they fared")
                .tag("channel", errand.channel())
                .tag("state", state.name())
                .register(meters)
                .increment();
        final String topic = notice.getBusiness() + ".pushes";
        final NoticeOutcome news = new NoticeOutcome(
                notice.getId(),
                notice.getBusiness(),
                notice.getDesk(),
                errand.channel(),
                state,
                reason,
                clock.instant());
        return outbox.send(new ProducerRecord<>(
                topic,
                null,
                notice.getDesk().getBytes(StandardCharsets.UTF_8),
                codec.encode(topic + "-value", news),
                Trace.of(errand.record().headers())));
    }
}
