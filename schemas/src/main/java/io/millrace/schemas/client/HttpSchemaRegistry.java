package io.millrace.schemas.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry that speaks the Confluent REST API: ours, Confluent's, or another that speaks it. */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private static final JsonMapper JSON = new JsonMapper();
    private final RegistryHttp http;

    public HttpSchemaRegistry(final Map<String, ?> config) {
        this(RegistrySettings.of(config));
    }

    HttpSchemaRegistry(final RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
    }

    @Override
    public int register(final String subject, final Schema schema) {
        return id(http.post("/subjects/" + encoded(subject) + "/versions", body(schema)));
    }

    @Override
    public int idOf(final String subject, final Schema schema) {
        return id(http.post("/subjects/" + encoded(subject), body(schema)));
    }

    @Override
    public Schema schema(final int id) {
        return parsed(http.get("/schemas/ids/" + id), "schema " + id);
    }

    @Override
    public Latest latest(final String subject) {
        final JsonNode answer = http.get("/subjects/" + encoded(subject) + "/versions/latest");
        return new Latest(id(answer), answer.path("version").asInt(), parsed(answer, "subject '" + subject + "'"));
    }

    private static String body(final Schema schema) {
        return JSON.writeValueAsString(Map.of("schema", schema.toString()));
    }

    private static int id(final JsonNode answer) {
        final JsonNode id = answer.path("id");
        if (!id.isInt()) {
            throw new RegistryException(
                    "The registry's answer has no id: is '" + RegistrySettings.URL + "' really a schema registry's?");
        }
        return id.asInt();
    }

    private static Schema parsed(final JsonNode answer, final String what) {
        final String type = answer.path("schemaType").asString("AVRO");
        if (!type.equals("AVRO") || !answer.path("references").isEmpty()) {
            throw new UnknownSchemaException("The registry's " + what + " is "
                    + (type.equals("AVRO") ? "made of references" : type) + ": only self-contained Avro is read here");
        }
        try {
            // What somebody wrote is read as it is, even if its defaults or names would not pass our own rules.
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(answer.path("schema").asString(""));
        } catch (AvroRuntimeException e) {
            throw new UnknownSchemaException("The registry's " + what + " is not an Avro schema", e);
        }
    }

    private static String encoded(final String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
