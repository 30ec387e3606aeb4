package io.millrace.schemas.wire;

import io.millrace.schemas.wire.UndecodableException.Reason;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was written with one writer's schema into our generated class. Lengths that a corrupt record claims are
 * checked by Avro against the bytes that are left, before anything is allocated.
 */
final class RecordReader {
    private final int id;
    private final Schema written;
    private final DatumReader<SpecificRecord> reader;

    RecordReader(final int id, final Schema written, final Class<? extends SpecificRecord> type) {
        this.id = id;
        this.written = written;
        final SpecificData model = SpecificData.getForClass(type);
        this.reader = new SpecificDatumReader<>(written, model.getSchema(type), model);
    }

    SpecificRecord read(final byte[] bytes) {
        final BinaryDecoder decoder = WireBuffer.ofThread().decoder(bytes, WireFormat.HEADER);
        try {
            final SpecificRecord message = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return message;
            }
        } catch (IOException | RuntimeException e) {
            // Garbage makes Avro throw nearly anything: end of file, index out of bounds, a negative length.
            throw undecodable(Reason.CORRUPT, "can't be read: " + e, e);
        }
        throw undecodable(Reason.TRAILING_BYTES, "has bytes after its end", null);
    }

    private UndecodableException undecodable(final Reason reason, final String what, final @Nullable Throwable cause) {
        return new UndecodableException(
                reason, "a record that calls itself " + written.getFullName() + " (schema " + id + ") " + what, cause);
    }
}
