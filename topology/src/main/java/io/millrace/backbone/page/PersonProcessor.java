package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps people's rows, from all desks. A row that is older than the one there is left out. */
final class PersonProcessor implements Processor<byte[], byte[], Void, Void> {

    private final Business business;
    private final AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private KeyValueStore<String, byte[]> rows;

    PersonProcessor(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
    }

    @Override
    public void init(final ProcessorContext<Void, Void> context) {
        rows = context.getStateStore(PageNames.people(business));
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        final String key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.startsWith(PageKeys.MARK)) {
            final byte[] before = rows.get(key);
            if (before == null || number(before) < number(record.value())) {
                rows.put(key, record.value());
            }
            return;
        }
        final Row row = (Row) codec.decode(record.value());
        final String place = PageKeys.ofPerson(key, row);
        final byte[] before = rows.get(place);
        if (before == null || older((Row) codec.decode(before), row)) {
            rows.put(place, record.value());
        }
    }

    private static boolean older(final Row before, final Row row) {
        return before.getSeq() < row.getSeq()
                || before.getSeq() == row.getSeq() && before.getRevision() < row.getRevision();
    }

    private static long number(final byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }
}
