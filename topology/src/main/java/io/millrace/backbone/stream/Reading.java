package io.millrace.backbone.stream;

import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads what a topic of ours should hold. Anybody may have written to it: what is something else is unfit. */
public final class Reading {

    private Reading() {}

    public static <T> T as(final Class<T> type, final AvroCodec codec, final byte @Nullable [] value) {
        if (value == null) {
            throw new UnfitException("There is no value where a " + type.getSimpleName() + " belongs.");
        }
        final SpecificRecord read = codec.decode(value);
        if (!type.isInstance(read)) {
            throw new UnfitException(
                    "A " + read.getSchema().getFullName() + " stands where a " + type.getSimpleName() + " belongs.");
        }
        return type.cast(read);
    }

    /** As above; and the key is its desk, or else it lies where nobody would look for it. */
    public static <T> T ofDesk(
            final Class<T> type,
            final AvroCodec codec,
            final Record<byte[], byte[]> record,
            final Function<T, String> desk) {
        final T read = as(type, codec, record.value());
        final String key = key(record.key());
        if (!desk.apply(read).equals(key)) {
            throw new UnfitException("The key is '" + key + "', and the desk '" + desk.apply(read) + "'.");
        }
        return read;
    }

    /** Keys are text; no key at all is the empty one, which no desk has. */
    public static String key(final byte @Nullable [] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
