package io.millrace.schemas.registry;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as trees: what we read and write has the shape of somebody else's API, not of our classes. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode parse(final byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    /** A request's body; without one, an empty object. */
    static JsonNode body(final String text) {
        try {
            final JsonNode body = MAPPER.readTree(text.isBlank() ? "{}" : text);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            throw RegistryError.malformed("The body is not JSON: " + e.getOriginalMessage());
        }
        throw RegistryError.malformed("The body must be a JSON object");
    }

    static String text(final Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static byte[] bytes(final JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }
}
