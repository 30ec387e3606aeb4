package io.millrace.backbone.quarantine;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.Reading;
import io.millrace.backbone.stream.Voice;
import io.millrace.schemas.Act;
import io.millrace.schemas.ActDone;
import io.millrace.schemas.Kept;
import io.millrace.schemas.KeptState;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is in quarantine, and rules on what people want done about it: one act after another, and only on what
 * still waits. What it does then is in the same transaction as its saying so.
 */
public final class Keeper implements Processor<byte[], byte[], byte[], byte[]> {

    private final Business business;
    private final AvroCodec codec;
    private final Consequences consequences;
    private final Quarantine quarantine = new Quarantine(Reader.KEEPER, KeptNames.TO_QUARANTINE, Voice.ALONE);

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeptStore store;

    Keeper(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
        this.consequences = new Consequences(business, codec);
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        store = new KeptStore(context.getStateStore(KeptNames.kept(business)), codec);
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        final Place here = Place.of(context.recordMetadata().orElseThrow());
        if (here.topic().equals(business.topic("quarantine"))) {
            arrived(Arriving.of(record, here));
            return;
        }
        try {
            final Act act = Reading.as(Act.class, codec, record.value());
            if (!store.knows(act.getKey())) {
                rule(act, record.timestamp());
            }
        } catch (final RuntimeException e) {
            quarantine.take(context, record, e);
        }
        // a person waits for it
        context.commit();
    }

    /** What comes again, because it failed again, waits again. */
    private void arrived(final Kept kept) {
        final Kept before = store.find(kept.getId());
        store.put(
                before,
                before == null
                        ? kept
                        : Kept.newBuilder(kept)
                                .setTimes(before.getTimes() + 1)
                                .setActs(before.getActs())
                                .build());
    }

    private void rule(final Act act, final long timestamp) {
        final Kept kept = store.find(act.getId());
        final boolean retry = act.getAct() == RepairAct.RETRY;
        final boolean accepted = kept != null
                && kept.getState() == KeptState.WAITING
                && (!retry || KeptNames.canBeRetried(business, kept.getTopic()));
        final ActDone done = new ActDone(
                act.getId(),
                act.getAct(),
                act.getKey(),
                act.getBy(),
                Instant.ofEpochMilli(timestamp),
                accepted ? (retry ? KeptState.RETRIED : KeptState.DISCARDED) : state(kept),
                accepted);
        final List<Consequences.Out> outs = kept != null && accepted ? consequences.of(kept, act) : List.of();
        store.put(done);
        if (kept != null) {
            final List<ActDone> acts = new ArrayList<>(kept.getActs());
            acts.add(done);
            store.put(
                    kept,
                    Kept.newBuilder(kept)
                            .setState(done.getState())
                            .setActs(acts)
                            .build());
        }
        outs.forEach(
                out -> context.forward(new Record<>(out.key(), out.value(), timestamp, out.headers()), out.node()));
    }

    /** Of what isn't here nothing is left to do. */
    private static KeptState state(final @Nullable Kept kept) {
        return kept == null ? KeptState.DISCARDED : kept.getState();
    }
}
