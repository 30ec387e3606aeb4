package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Input;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.backbone.Token;
import io.millrace.backbone.stream.PolledBatch;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Turns what happened at one desk into commands for others: a saga's steps, and their compensations. */
final class ReactionProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Business business;
    private final AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

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
        final JournalEntry entry = (JournalEntry) codec.decode(record.value());
        final Moment moment = new Moment(entry.getDesk(), entry.getAt(), entry.getActor());
        final Token token = new Token(business.name(), entry.getDesk(), entry.getSeq());
        int n = 0;
        for (final Reaction reaction : business.reactions().apply((SpecificRecord) entry.getPayload(), moment)) {
            forward(record, entry, reaction, Causes.reaction(token, n++));
        }
        if (PolledBatch.drained()) {
            context.commit();
        }
    }

    private void forward(
            final Record<byte[], byte[]> record, final JournalEntry entry, final Reaction reaction, final String id) {
        final Input input = business.inputOf(reaction.command().getClass());
        final Envelope command = Envelopes.command(
                input.envelope(), id, reaction.desk(), entry.getAt(), entry.getActor(), reaction.command());
        context.forward(
                record.withKey(reaction.desk().getBytes(StandardCharsets.UTF_8))
                        .withValue(codec.encode(input.topic() + "-value", command)),
                Names.to(input.topic()));
    }
}
