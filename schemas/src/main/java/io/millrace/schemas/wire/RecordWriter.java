package io.millrace.schemas.wire;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Writes records of one schema under one id. */
final class RecordWriter {
    private final int id;
    private final Schema schema;
    private final DatumWriter<SpecificRecord> writer;

    RecordWriter(final int id, final SpecificRecord sample) {
        this.id = id;
        this.schema = sample.getSchema();
        this.writer = new SpecificDatumWriter<>(schema, SpecificData.getForClass(sample.getClass()));
    }

    byte[] write(final SpecificRecord message) {
        final WireBuffer buffer = WireBuffer.ofThread();
        buffer.begin(id);
        try {
            writer.write(message, buffer.encoder());
            buffer.encoder().flush();
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            // Its values stay out of the message: they may be somebody's.
            throw new SerializationException(
                    "This " + schema.getFullName() + " does not fit its own schema: " + e.getMessage(), e);
        }
        return buffer.toBytes();
    }
}
