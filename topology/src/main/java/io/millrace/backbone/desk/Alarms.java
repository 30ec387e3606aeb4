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

/**
 * The alarms that the rulings of one partition's desks set, and when the next look at them is due. Nobody looks before
 * that: each look makes Streams commit, so a desk that only waits would go on writing transactions.
 */
final class Alarms {

    /** Between two looks: each is a transaction, and who is late by so little is not late. */
    private static final long LEAST = Duration.ofMillis(200).toMillis();

    /** Until the next look when the last one left some that were due. */
    private static final long AT_ONCE = Duration.ofMillis(1).toMillis();

    /** A machine's clock may be set anew, and what seemed far away be due. */
    private static final long MOST = Duration.ofMinutes(1).toMillis();

    private final Business business;
    private final AvroCodec codec;
    private final String topic;
    private final ProcessorContext<byte[], byte[]> context;
    private final AlarmClock clock;

    private Cancellable look = () -> {};
    private long lookAt = Long.MAX_VALUE;

    /** Those that rang and were not worked off yet. Until they are, no others ring: callers come in between. */
    private int ringing;

    private boolean moreAreDue;

    Alarms(final Business business, final AvroCodec codec, final ProcessorContext<byte[], byte[]> context) {
        this.business = business;
        this.codec = codec;
        this.topic = business.topic("alarms");
        this.context = context;
        this.clock = new AlarmClock(context.getStateStore(Names.alarms(business)));
        plan();
    }

    /** When they ring, they belong to the trace of what set them. */
    void set(final Decision decision, final Headers headers, final Writing writing) {
        final Receipt receipt = decision.receipt();
        final Token token = new Token(business.name(), receipt.getDesk(), receipt.getSeq());
        int n = 0;
        for (final Ruling.Alarm<SpecificRecord> alarm : decision.alarms()) {
            final String id = Causes.alarm(token, n++);
            final Envelope command =
                    Envelopes.command(business.alarms(), id, receipt.getDesk(), alarm.at(), null, alarm.command());
            final String key = AlarmClock.key(alarm.at(), receipt.getDesk(), id);
            final byte[] value = Trace.stored(headers, codec.encode(topic + "-value", command));
            writing.put(() -> {
                clock.set(key, value);
                plan();
            });
        }
    }

    /** What rings comes back as a command like any other. With the last of them, others may ring. */
    void workedOff(final String from) {
        if (ringing > 0 && from.equals(topic) && --ringing == 0) {
            plan();
        }
    }

    /** Looks when the first alarm is due, unless somebody looks before that anyway. */
    private void plan() {
        final Instant first = clock.first();
        if (first == null) {
            return;
        }
        final long now = context.currentSystemTimeMs();
        final long least = ringing > 0 ? MOST : moreAreDue ? AT_ONCE : LEAST;
        final long wait = Math.clamp(first.toEpochMilli() - now, least, MOST);
        if (now + wait < lookAt) {
            look.cancel();
            lookAt = now + wait;
            look = context.schedule(Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, this::ring);
        }
    }

    private void ring(final long now) {
        look.cancel();
        lookAt = Long.MAX_VALUE;
        ringing = clock.ring(
                Instant.ofEpochMilli(now),
                (desk, alarm) -> context.forward(
                        Trace.restored(new Record<>(desk.getBytes(StandardCharsets.UTF_8), alarm, now), alarm),
                        Names.TO_ALARMS));
        moreAreDue = ringing == AlarmClock.MANY;
        context.commit();
        plan();
    }
}
