package io.millrace.api.json;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values as JSON: records by their schema, what is null not at all, times as ISO-8601 in UTC. */
public final class Values {

    private Values() {}

    public static void write(final JsonGenerator json, final @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String it -> json.writeString(it);
            case Long it -> json.writeNumber(it);
            case Integer it -> json.writeNumber(it);
            case Boolean it -> json.writeBoolean(it);
            case Enum<?> it -> json.writeString(it.name());
            case Instant it -> json.writeString(it.toString());
            case SpecificRecord it -> record(json, it);
            case Map<?, ?> it -> map(json, it);
            case Iterable<?> it -> list(json, it);
            case Number it -> json.writeNumber(it.doubleValue());
            default -> json.writeString(value.toString());
        }
    }

    public static void field(final JsonGenerator json, final String name, final @Nullable Object value) {
        if (value != null) {
            json.writeName(name);
            write(json, value);
        }
    }

    /** The fields of a record or a map, into the object that is being written. */
    public static void fields(final JsonGenerator json, final Object value) {
        if (value instanceof SpecificRecord it) {
            RecordPlan.of(it).write(json, it);
        } else if (value instanceof Map<?, ?> it) {
            it.forEach((name, inner) -> field(json, Objects.toString(name), inner));
        } else {
            field(json, "value", value);
        }
    }

    private static void record(final JsonGenerator json, final SpecificRecord record) {
        json.writeStartObject();
        RecordPlan.of(record).write(json, record);
        json.writeEndObject();
    }

    private static void map(final JsonGenerator json, final Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((name, value) -> field(json, Objects.toString(name), value));
        json.writeEndObject();
    }

    private static void list(final JsonGenerator json, final Iterable<?> list) {
        json.writeStartArray();
        for (final Object value : list) {
            write(json, value);
        }
        json.writeEndArray();
    }
}
