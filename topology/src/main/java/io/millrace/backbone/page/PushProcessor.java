package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.Reading;
import io.millrace.schemas.NoticeOutcome;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Shows how notices fared, on their desk's page and on the page of whoever they are for. */
final class PushProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Business business;
    private final AvroCodec codec;
    private final Quarantine quarantine;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private NoticeStates states;

    PushProcessor(final Generation generation, final AvroCodec codec) {
        this.business = generation.business();
        this.codec = codec;
        this.quarantine = new Quarantine(Reader.PUSHES, PageNames.TO_QUARANTINE, generation.voice());
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        states = new NoticeStates(business, context.getStateStore(PageNames.rows(business)), codec);
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        try {
            states.tell(Reading.ofDesk(NoticeOutcome.class, codec, record, NoticeOutcome::getDesk))
                    .ifPresent(row -> pass(record, row));
        } catch (final RuntimeException e) {
            quarantine.take(context, record, e);
        }
    }

    private void pass(final Record<byte[], byte[]> record, final Row row) {
        final byte[] value = codec.encode(business.topic("people") + "-value", row);
        for (final String person : states.concerned(row)) {
            context.forward(
                    record.withKey(person.getBytes(StandardCharsets.UTF_8)).withValue(value), PageNames.TO_PEOPLE);
        }
    }
}
