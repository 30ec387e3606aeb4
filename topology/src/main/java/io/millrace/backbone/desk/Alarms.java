package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.Token;
import io.millrace.backbone.stream.Trace;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The alarms that the rulings of one partition's desks set, and when the next look at them is due. Nobody looks before
 * that: each look makes Streams commit, so a desk that only waits would go on writing transactions.
 */
final class Alarms {

    /** Between two looks while alarms ring, so that commands have their turn. */
    private static final Duration LEAST = Duration.ofMillis(200);

    /** A machine's clock may be set anew, and what seemed far away be due. */
    private static final Duration MOST = Duration.ofMinutes(1);

    private final Business business;
    private final AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // the processor's init comes before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private AlarmClock clock;

    private @Nullable Cancellable look;
    private long lookAt;

    Alarms(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
    }

    void use(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        clock = new AlarmClock(context.getStateStore(Names.alarms(business)), System::nanoTime);
        look = null;
        plan();
    }

    /** When they ring, they belong to the trace of what set them. */
    void set(final Decision decision, final Headers headers, final Writing writing) {
        final Receipt receipt = decision.receipt();
        final Token token = new Token(business.name(), receipt.getDesk(), receipt.getSeq());
        int n = 0;
        for (final Ruling.Alarm<SpecificRecord> alarm : decision.alarms()) {
            final String id = Causes.alarm(token, n++);
            final Envelope ringing =
                    Envelopes.command(business.alarms(), id, receipt.getDesk(), alarm.at(), null, alarm.command());
            final String key = AlarmClock.key(alarm.at(), receipt.getDesk(), id);
            final byte[] value = Trace.stored(headers, codec.encode(business.topic("alarms") + "-value", ringing));
            writing.put(() -> {
                clock.set(key, value);
                plan();
            });
        }
    }

    /** Looks when the first alarm is due, unless somebody looks before that anyway. */
    private void plan() {
        final Instant first = clock.first();
        if (first == null) {
            return;
        }
        final long now = context.currentSystemTimeMs();
        final long wait = Math.clamp(first.toEpochMilli() - now, LEAST.toMillis(), MOST.toMillis());
        if (look == null || lookAt > now + wait) {
            forget();
            lookAt = now + wait;
            look = context.schedule(Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, this::ring);
        }
    }

    private void forget() {
        if (look != null) {
            look.cancel();
            look = null;
        }
    }

    private void ring(final long now) {
        forget();
        final boolean rang = clock.ring(
                Instant.ofEpochMilli(now),
                (desk, alarm) -> context.forward(
                        Trace.restored(new Record<>(desk.getBytes(StandardCharsets.UTF_8), alarm, now), alarm),
                        Names.TO_ALARMS));
        if (rang) {
            context.commit();
        }
        plan();
    }
}
