package io.millrace.api.json;

import io.millrace.backbone.Checks;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Makes binders from schemas, once; nothing is looked up when a request comes. */
final class Binders {

    private Binders() {}

    static Binder of(final Schema.Field field) {
        final Optional<Checks.Check> check = Checks.of(field);
        final Binder binder = of(field.schema(), check.map(Checks.Check::words));
        return check.map(it -> checked(binder, it)).orElse(binder);
    }

    private static Binder checked(final Binder binder, final Checks.Check check) {
        return (sent, path, problems) -> {
            final Object bound = binder.bind(sent, path, problems);
            if (bound != null && !check.holds().test(bound)) {
                problems.add(path, "must be " + check.words());
            }
            return bound;
        };
    }

    private static Binder of(final Schema schema, final Optional<String> words) {
        return switch (schema.getType()) {
            case STRING -> typed(String.class, words.orElse("text"));
            case BOOLEAN -> typed(Boolean.class, "true or false");
            case LONG -> isTime(schema) ? Binders::time : typed(Long.class, words.orElse("a whole number"));
            case INT -> whole(words.orElse("a whole number"));
            case ENUM -> choice(schema);
            case ARRAY -> list(of(schema.getElementType(), Optional.empty()), words.orElse("a list"));
            case MAP -> map(of(schema.getValueType(), Optional.empty()));
            case RECORD -> new RecordBinder(schema, Set.of());
            case UNION -> optional(schema, words);
            case BYTES, FIXED, FLOAT, DOUBLE, NULL ->
                throw new IllegalArgumentException("no request of ours carries " + schema);
        };
    }

    private static boolean isTime(final Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    private static Binder typed(final Class<?> type, final String words) {
        return (sent, path, problems) -> {
            if (type.isInstance(sent)) {
                return sent;
            }
            problems.add(path, "must be " + words);
            return null;
        };
    }

    private static Binder whole(final String words) {
        return (sent, path, problems) -> {
            if (sent instanceof Long it && it == it.intValue()) {
                return it.intValue();
            }
            problems.add(path, "must be " + words);
            return null;
        };
    }

    private static @Nullable Object time(final @Nullable Object sent, final String path, final Problems problems) {
        try {
            if (sent instanceof String it) {
                return Instant.parse(it);
            }
        } catch (final DateTimeParseException e) {
            // told below, as for any other value that is no time
        }
        problems.add(path, "must be a time such as 2026-01-31T09:00:00Z");
        return null;
    }

    private static Binder choice(final Schema schema) {
        final Map<String, Object> values = new HashMap<>();
        for (final Object value : SpecificData.get().getClass(schema).getEnumConstants()) {
            values.put(value.toString(), value);
        }
        final String words = "must be one of " + String.join(", ", schema.getEnumSymbols());
        return (sent, path, problems) -> {
            final Object value = sent instanceof String it ? values.get(it) : null;
            if (value == null) {
                problems.add(path, words);
            }
            return value;
        };
    }

    private static Binder list(final Binder element, final String words) {
        return (sent, path, problems) -> {
            if (!(sent instanceof List<?> list)) {
                problems.add(path, "must be " + words);
                return null;
            }
            final List<@Nullable Object> bound = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                bound.add(element.bind(list.get(i), path + "[" + i + "]", problems));
            }
            return bound;
        };
    }

    private static Binder map(final Binder value) {
        return (sent, path, problems) -> {
            if (!(sent instanceof Map<?, ?> map)) {
                problems.add(path, "must be an object");
                return null;
            }
            final Map<String, @Nullable Object> bound = new LinkedHashMap<>();
            map.forEach((key, it) -> bound.put((String) key, value.bind(it, path + "." + key, problems)));
            return bound;
        };
    }

    private static Binder optional(final Schema schema, final Optional<String> words) {
        final List<Schema> others = schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (others.size() != 1) {
            throw new IllegalArgumentException("no request of ours has a choice of types: " + schema);
        }
        final Binder present = of(others.getFirst(), words);
        return (sent, path, problems) -> sent == null ? null : present.bind(sent, path, problems);
    }
}
