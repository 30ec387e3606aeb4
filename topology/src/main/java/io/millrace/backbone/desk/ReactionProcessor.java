package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Input;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.backbone.Token;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.PolledBatch;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.Reading;
import io.millrace.backbone.stream.Trace;
import io.millrace.backbone.stream.Voice;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Repair;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Turns what happened at one desk into commands for others: a saga's steps, and their compensations. */
final class ReactionProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Business business;
    private final AvroCodec codec;
    private final Quarantine quarantine = new Quarantine(Reader.REACTIONS, Names.REACTIONS_TO_QUARANTINE, Voice.ALONE);

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    /** A command that follows, ready to be sent. */
    private record Out(String node, byte[] key, byte[] value) {}

    ReactionProcessor(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        final Place place = Place.of(context.recordMetadata().orElseThrow());
        final boolean something =
                place.topic().equals(business.topic("repairs")) ? repair(record, place) : react(record, place);
        if (PolledBatch.drained(something)) {
            context.commit();
        }
    }

    /** An event whose reactions failed is tried again; most repairs are about pages, and not for us. */
    private boolean repair(final Record<byte[], byte[]> record, final Place place) {
        try {
            final Repair repair = Reading.as(Repair.class, codec, record.value());
            final ByteBuffer entry = repair.getEntry();
            if (Reader.isOfReactions(repair.getId()) && repair.getAct() == RepairAct.RETRY && entry != null) {
                final Place happened = Place.ofId(repair.getId()).orElse(place);
                return react(record.withValue(Utils.toArray(entry)), happened);
            }
            return false;
        } catch (final RuntimeException e) {
            quarantine.take(context, record, e);
            return true;
        }
    }

    /** Whether anything follows; most events have no reaction, and nobody waits for that to be committed. */
    private boolean react(final Record<byte[], byte[]> record, final Place place) {
        try {
            final JournalEntry entry = Reading.ofDesk(JournalEntry.class, codec, record, JournalEntry::getDesk);
            final List<Out> all = following(entry);
            for (final Out out : all) {
                context.forward(
                        new Record<>(out.key(), out.value(), record.timestamp(), Trace.of(record.headers())),
                        out.node());
            }
            return !all.isEmpty();
        } catch (final RuntimeException e) {
            quarantine.take(context, record, place, e);
            return true;
        }
    }

    /** All that follows, before any of it is sent: half a saga's step would be worse than none. */
    private List<Out> following(final JournalEntry entry) {
        final Token token = new Token(business.name(), entry.getDesk(), entry.getSeq());
        final List<Out> all = new ArrayList<>();
        for (final Reaction reaction : business.reactions().apply(entry.event(), Moment.of(entry))) {
            final Input input = business.inputOf(reaction.command().getClass());
            final Envelope command = Envelopes.command(
                    input.envelope(),
                    Causes.reaction(token, all.size()),
                    reaction.desk(),
                    entry.getAt(),
                    entry.getActor(),
                    reaction.command());
            all.add(new Out(
                    Names.to(input.topic()),
                    reaction.desk().getBytes(StandardCharsets.UTF_8),
                    codec.encode(input.topic() + "-value", command)));
        }
        return all;
    }
}
