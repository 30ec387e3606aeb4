package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.stream.UnfitException;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Reads a record off an input topic, whoever wrote it. What is no command for this desk can't be handled. */
final class Incoming {

    private final Business business;
    private final AvroCodec codec;
    private final Checks.Check desk;

    Incoming(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
        this.desk = Checks.named(business.deskIs());
    }

    Envelope read(final Record<byte[], byte[]> record, final RecordMetadata place) {
        if (record.key() == null || record.value() == null) {
            throw new UnfitException("A command needs a key (the desk's id) and a value.");
        }
        final SpecificRecord value = codec.decode(record.value());
        if (!(value instanceof Envelope envelope) || !isOf(place.topic(), envelope)) {
            throw new UnfitException(value.getSchema().getFullName() + " is not what " + place.topic() + " takes.");
        }
        final String key = new String(record.key(), StandardCharsets.UTF_8);
        if (!key.equals(envelope.getDesk()) || !desk.holds().test(key)) {
            throw new UnfitException("The key must be the desk's id, " + desk.words() + "; the key is '" + key
                    + "' and the desk '" + envelope.getDesk() + "'.");
        }
        return envelope.getCommandId().isEmpty()
                ? Envelopes.under(Causes.record(place.topic(), place.partition(), place.offset()), envelope)
                : envelope;
    }

    /** Each topic takes its own commands only: who may write payments can't change the menu. */
    private boolean isOf(final String topic, final Envelope envelope) {
        return topic.equals(business.topic("alarms"))
                ? envelope.getClass() == business.alarms()
                : business.inputs().stream()
                        .anyMatch(in -> in.topic().equals(topic) && in.envelope() == envelope.getClass());
    }
}
