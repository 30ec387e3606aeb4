package io.millrace.infra.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as the description wants them, of few enough names that things meet. */
final class Good {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final List<String> NAMES = List.of("fuzz-1", "fuzz-2", "latte", "tea");
    private static final int NUMBERS = 5;

    private final RandomGenerator random;

    Good(final RandomGenerator random) {
        this.random = random;
    }

    JsonNode value(final JsonNode schema) {
        if (schema.has("oneOf")) {
            return value(
                    schema.get("oneOf").get(random.nextInt(schema.get("oneOf").size())));
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asString("string")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(text(schema));
        };
    }

    private long number(final JsonNode schema) {
        final long least = schema.path("minimum").asLong(0);
        final long most = schema.path("maximum").asLong(1_000);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> Math.min(most, least + random.nextInt(NUMBERS));
        };
    }

    private String text(final JsonNode schema) {
        if (schema.has("default")) {
            return schema.get("default").asString();
        }
        if (schema.path("description").asString("").contains("duration")) {
            return "PT10M";
        }
        final String name = name();
        return name + "x".repeat(Math.max(0, schema.path("minLength").asInt(0) - name.length()));
    }

    String name() {
        return random.nextInt(3) == 0
                ? Integer.toString(1 + random.nextInt(NUMBERS))
                : NAMES.get(random.nextInt(NAMES.size()));
    }

    private ArrayNode array(final JsonNode schema) {
        final ArrayNode array = JSON.arrayNode();
        for (int n = 0; n <= random.nextInt(3); n++) {
            array.add(value(schema.path("items")));
        }
        return array;
    }

    private ObjectNode object(final JsonNode schema) {
        final ObjectNode object = JSON.objectNode();
        final String required = schema.path("required").toString();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains('"' + property.getKey() + '"') || random.nextBoolean()) {
                object.set(property.getKey(), value(property.getValue()));
            }
        });
        return object;
    }
}
