package io.millrace.api.describe;

import io.millrace.backbone.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Avro's schemas as JSON Schema, with what {@link Checks} asks of their fields. Records get a name of their own. */
final class Schemas {

    private final Map<String, Object> named = new LinkedHashMap<>();

    /** All records that have been described so far, by name. */
    Map<String, Object> named() {
        return named;
    }

    /** A thing as it is answered: with its desk and its token. */
    Map<String, Object> answered(final String business, final String deskWord, final Schema schema) {
        final String name = capital(business) + schema.getName();
        if (!named.containsKey(name)) {
            final Map<String, Object> described = record(schema, Set.of(), false);
            @SuppressWarnings("unchecked")
            final Map<String, Object> properties = (Map<String, Object>) described.get("properties");
            final Map<String, Object> all = Tree.of(deskWord, Tree.of("type", "string"));
            all.putAll(properties);
            all.putIfAbsent("updatedAt", time());
            all.put("token", Tree.of("type", "string", "description", "The place in the journal: business/desk@seq"));
            described.put("properties", all);
            named.put(name, described);
        }
        return Tree.ref("schemas", name);
    }

    /** A command as it is sent: nothing beside its fields, and without those that stand in the path. */
    Map<String, Object> sent(final Schema command, final Set<String> inPath) {
        return record(command, inPath, true);
    }

    private Map<String, Object> record(final Schema schema, final Set<String> without, final boolean strict) {
        final Map<String, Object> properties = new LinkedHashMap<>();
        final List<String> required = new ArrayList<>();
        for (final Schema.Field field : schema.getFields()) {
            if (!without.contains(field.name())) {
                properties.put(field.name(), field(field));
                if (strict ? !field.hasDefaultValue() : field.schema().getType() != Schema.Type.UNION) {
                    required.add(field.name());
                }
            }
        }
        final Map<String, Object> described = Tree.of("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            described.put("required", required);
        }
        if (strict) {
            described.put("additionalProperties", false);
        }
        if (schema.getDoc() != null) {
            described.put("description", schema.getDoc());
        }
        return described;
    }

    private Map<String, Object> field(final Schema.Field field) {
        final Map<String, Object> described = type(present(field.schema()));
        Checks.of(field).ifPresent(check -> constrain(described, check));
        if (field.hasDefaultValue() && field.defaultVal() instanceof String text) {
            described.put("default", text);
        }
        return described;
    }

    static void constrain(final Map<String, Object> described, final Checks.Check check) {
        if (check.pattern() != null) {
            described.put("pattern", "^" + check.pattern() + "$");
        } else if (check.min() < check.max()) {
            final boolean list = "array".equals(described.get("type"));
            described.put(list ? "minItems" : "minimum", check.min());
            described.put(list ? "maxItems" : "maximum", check.max());
        }
        described.put("description", check.words());
    }

    private Map<String, Object> type(final Schema schema) {
        return switch (schema.getType()) {
            case STRING -> Tree.of("type", "string");
            case BOOLEAN -> Tree.of("type", "boolean");
            case INT, LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? time()
                        : Tree.of("type", "integer", "format", "int64");
            case ENUM -> Tree.of("type", "string", "enum", schema.getEnumSymbols());
            case ARRAY -> Tree.of("type", "array", "items", type(schema.getElementType()));
            case MAP -> Tree.of("type", "object", "additionalProperties", type(present(schema.getValueType())));
            case RECORD -> record(schema, Set.of(), false);
            case FLOAT, DOUBLE -> Tree.of("type", "number");
            case BYTES, FIXED, NULL, UNION -> Tree.of();
        };
    }

    private static Schema present(final Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }

    private static Map<String, Object> time() {
        return Tree.of("type", "string", "format", "date-time");
    }

    static String capital(final String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
