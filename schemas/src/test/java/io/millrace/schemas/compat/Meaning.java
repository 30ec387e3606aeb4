package io.millrace.schemas.compat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** What Avro's own comparison lets pass: the same number, read as something else, such as micros for millis. */
final class Meaning {
    private Meaning() {}

    static Stream<String> changes(final Schema released, final Schema now) {
        return released.getFields().stream()
                .filter(field -> now.getField(field.name()) != null)
                .flatMap(field -> changes(
                        field.name(),
                        of(field.schema()),
                        of(now.getField(field.name()).schema())));
    }

    private static Stream<String> changes(
            final String field, final Map<Schema.Type, String> released, final Map<Schema.Type, String> now) {
        return released.entrySet().stream()
                .filter(it -> now.containsKey(it.getKey()))
                .filter(it -> !Objects.equals(it.getValue(), now.get(it.getKey())))
                .map(it -> "the field " + field + " changed its meaning from " + it.getValue() + " to "
                        + now.get(it.getKey()));
    }

    private static Map<Schema.Type, String> of(final Schema schema) {
        final Map<Schema.Type, String> meanings = new EnumMap<>(Schema.Type.class);
        collect(schema, meanings);
        return meanings;
    }

    /** Named types have files of their own, so it is enough to look as far as them. */
    private static void collect(final Schema schema, final Map<Schema.Type, String> meanings) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, meanings));
            case ARRAY -> collect(schema.getElementType(), meanings);
            case MAP -> collect(schema.getValueType(), meanings);
            case RECORD, ENUM, FIXED -> {}
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
                final LogicalType logical = schema.getLogicalType();
                meanings.put(
                        schema.getType(),
                        logical == null ? "a plain " + schema.getType().getName() : logical.getName());
            }
        }
    }
}
