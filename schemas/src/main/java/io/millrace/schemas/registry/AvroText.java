package io.millrace.schemas.registry;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;

/** Schemas as text: strict about what comes in, lenient about what was stored once. */
final class AvroText {
    private AvroText() {}

    /** The schema in a request's body. */
    static Schema posted(final JsonNode body) {
        final String type = body.path("schemaType").asString("AVRO");
        if (!type.equals("AVRO")) {
            throw RegistryError.invalidSchema("the type is " + type + ", and this registry keeps only AVRO");
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryError.invalidSchema(
                    "it has references, which this registry does not keep: write the schema out in full");
        }
        final String text = body.path("schema").asString("");
        if (text.isBlank()) {
            throw RegistryError.invalidSchema("there is none: give it as a string in the field \"schema\"");
        }
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    static Schema stored(final String text) {
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(text);
    }
}
