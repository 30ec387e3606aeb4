package io.millrace.api.generation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row that two generations show differently, though both have its desk's journal up to the same token: which fields,
 * and what each has there. {@code at}: how far both are.
 */
public record Difference(String store, String key, String desk, long at, Map<String, Sides> fields) {

    /** What the one that is shown has, and what the new one has; empty for nothing. */
    public record Sides(String before, String after) {}

    static Difference of(final String store, final Print row, final Seen before, final Seen after) {
        final Map<String, Sides> fields = new TreeMap<>();
        before.fields().forEach((name, value) -> {
            final String other = after.fields().getOrDefault(name, "");
            if (!other.equals(value)) {
                fields.put(name, new Sides(Fields.brief(value), Fields.brief(other)));
            }
        });
        after.fields().forEach((name, value) -> {
            if (!before.fields().containsKey(name)) {
                fields.put(name, new Sides("", Fields.brief(value)));
            }
        });
        return new Difference(store, row.key(), row.desk(), Math.min(before.applied(), after.applied()), fields);
    }

    /** As callers are told. */
    public Map<String, Object> told() {
        final Map<String, Object> sides = new LinkedHashMap<>();
        fields.forEach((name, it) -> sides.put(name, Map.of("before", it.before(), "after", it.after())));
        final Map<String, Object> told = new LinkedHashMap<>();
        told.put("page", store);
        told.put("key", key);
        told.put("desk", desk);
        told.put("at", at);
        told.put("fields", sides);
        return told;
    }
}
