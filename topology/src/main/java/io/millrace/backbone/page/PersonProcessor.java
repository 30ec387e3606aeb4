package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.Reading;
import io.millrace.backbone.stream.UnfitException;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps people's rows, from all desks. A row that is older than the one there is left out. */
final class PersonProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Business business;
    private final AvroCodec codec;
    private final Quarantine quarantine;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> rows;

    PersonProcessor(final Generation generation, final AvroCodec codec) {
        this.business = generation.business();
        this.codec = codec;
        this.quarantine = new Quarantine(Reader.PEOPLE, PageNames.PEOPLE_TO_QUARANTINE, generation.voice());
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        rows = context.getStateStore(PageNames.people(business));
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        try {
            keep(Reading.key(record.key()), record.value());
        } catch (final RuntimeException e) {
            quarantine.take(context, record, e);
        }
    }

    private void keep(final String key, final byte[] value) {
        if (key.startsWith(PageKeys.MARK)) {
            final long seq = number(value);
            final byte[] before = rows.get(key);
            if (before == null || number(before) < seq) {
                rows.put(key, value);
            }
            return;
        }
        final Row row = Reading.as(Row.class, codec, value);
        if (key.isEmpty()) {
            throw new UnfitException("There is no key, which says whose row it is.");
        }
        final String place = PageKeys.ofPerson(key, row);
        final byte[] before = rows.get(place);
        if (before == null || older((Row) codec.decode(before), row)) {
            rows.put(place, value);
        }
    }

    private static boolean older(final Row before, final Row row) {
        return before.getSeq() < row.getSeq()
                || before.getSeq() == row.getSeq() && before.getRevision() < row.getRevision();
    }

    private static long number(final byte @Nullable [] bytes) {
        if (bytes == null || bytes.length != Long.BYTES) {
            throw new UnfitException("How far a desk is must be said in eight bytes.");
        }
        return ByteBuffer.wrap(bytes).getLong();
    }
}
