package io.millrace.api.json;

import io.millrace.schemas.wire.TrustedClasses;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Fills a record from an object: each field by its name, what is left out by its default, and nothing else. */
final class RecordBinder implements Binder {

    private record Bound(
            String name,
            int at,
            Binder binder,
            Schema schema,
            boolean optional,
            @Nullable Object otherwise) {}

    private final Schema schema;
    private final Class<?> type;
    private final List<Bound> fields;
    private final Set<String> names;
    private final String unknown;

    /** {@code elsewhere} are fields that are not to be sent: somebody else fills them. */
    RecordBinder(final Schema schema, final Set<String> elsewhere) {
        TrustedClasses.install();
        this.schema = schema;
        this.type = SpecificData.get().getClass(schema);
        this.fields = schema.getFields().stream()
                .filter(field -> !elsewhere.contains(field.name()))
                .map(field -> new Bound(
                        field.name(),
                        field.pos(),
                        Binders.of(field),
                        field.schema(),
                        field.hasDefaultValue(),
                        defaultOf(field)))
                .toList();
        this.names = fields.stream().map(Bound::name).collect(Collectors.toSet());
        final String allowed = fields.stream().map(Bound::name).collect(Collectors.joining(", "));
        this.unknown =
                "is unknown here; " + (allowed.isEmpty() ? "nothing else is to be sent" : "there is: " + allowed);
    }

    @Override
    public @Nullable SpecificRecord bind(final @Nullable Object sent, final String path, final Problems problems) {
        if (!(sent instanceof Map<?, ?> object)) {
            problems.add(path, "must be an object");
            return null;
        }
        final String prefix = path.isEmpty() ? "" : path + ".";
        final SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
        for (final Bound field : fields) {
            final @Nullable Object value = object.get(field.name());
            if (value != null || object.containsKey(field.name())) {
                final Object bound = field.binder().bind(value, prefix + field.name(), problems);
                if (bound != null) {
                    record.put(field.at(), bound);
                }
            } else if (field.optional()) {
                record.put(field.at(), fresh(field));
            } else {
                problems.add(prefix + field.name(), "is missing");
            }
        }
        for (final Object name : object.keySet()) {
            if (!names.contains(name)) {
                problems.add(prefix + name, unknown);
            }
        }
        return record;
    }

    private static @Nullable Object defaultOf(final Schema.Field field) {
        return field.hasDefaultValue() ? SpecificData.get().getDefaultValue(field) : null;
    }

    /** A default that could be changed is not handed out twice. */
    private static @Nullable Object fresh(final Bound field) {
        final Object value = field.otherwise();
        return value instanceof Collection<?> || value instanceof Map<?, ?>
                ? SpecificData.get().deepCopy(field.schema(), value)
                : value;
    }
}
