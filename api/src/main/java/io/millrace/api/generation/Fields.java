package io.millrace.api.generation;

import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Every field there is in a row, by its path, as text: the same whichever schema it was written with. */
final class Fields {

    private static final int LONGEST = 200;

    private final AvroCodec codec;

    Fields(final AvroCodec codec) {
        this.codec = codec;
    }

    SortedMap<String, String> of(final byte[] stored) {
        final SortedMap<String, String> fields = new TreeMap<>();
        add(fields, "", codec.decode(stored));
        return fields;
    }

    static String hash(final SortedMap<String, String> fields) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            fields.forEach((name, value) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is shown to people. */
    static String brief(final String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private void add(final Map<String, String> fields, final String path, final @Nullable Object value) {
        switch (value) {
            case null -> {
                // what isn't there is no field
            }
            case Row row -> {
                record(fields, path, row);
                final ByteBuffer inner = row.getValue().duplicate();
                final byte[] bytes = new byte[inner.remaining()];
                inner.get(bytes);
                fields.remove(name(path, "value"));
                add(fields, name(path, "value"), bytes.length == 0 ? null : codec.decode(bytes));
            }
            case SpecificRecord record -> record(fields, path, record);
            case Map<?, ?> map -> map.forEach((name, inner) -> add(fields, name(path, String.valueOf(name)), inner));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(fields, path + "[" + i + "]", list.get(i));
                }
            }
            default -> fields.put(path, value.toString());
        }
    }

    private void record(final Map<String, String> fields, final String path, final SpecificRecord record) {
        for (final Schema.Field field : record.getSchema().getFields()) {
            add(fields, name(path, field.name()), record.get(field.pos()));
        }
    }

    private static String name(final String path, final String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
