package io.millrace.api.readme;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Input;
import io.millrace.backbone.topics.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The topics that others may write, and the journals they may read, as AsyncAPI 3 says such. */
final class AsyncApi {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";

    private final Map<String, Object> channels = new LinkedHashMap<>();
    private final Map<String, Object> operations = new LinkedHashMap<>();

    private AsyncApi() {}

    static String of(final List<Business> businesses) {
        final AsyncApi api = new AsyncApi();
        businesses.forEach(api::add);
        final Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                ordered(
                        "title",
                        "Millrace",
                        "version",
                        "1",
                        "description",
                        "Commands in, journals out; keyed by desk."));
        document.put("defaultContentType", AVRO);
        document.put("channels", api.channels);
        document.put("operations", api.operations);
        return MAPPER.writeValueAsString(document) + "\n";
    }

    private void add(final Business business) {
        for (final Input input : business.inputs()) {
            if (!List.of(Catalogue.BACKBONE, Catalogue.FACADE).contains(input.writer())) {
                final String said = "Commands to a " + business.deskWord() + "; for the role " + input.writer() + ".";
                channel(input.topic(), Envelopes.schema(input.envelope()).toString(), said, "receive");
            }
        }
        if (!business.quiet() && business.privacy() == null) {
            final String said = "Everything that happened, numbered per " + business.deskWord() + " without gaps.";
            channel(
                    business.topic("journal"),
                    Envelopes.schema(business.journal()).toString(),
                    said,
                    "send");
        }
    }

    private void channel(final String topic, final String schema, final String said, final String action) {
        final Map<String, Object> message = new LinkedHashMap<>();
        message.put("contentType", AVRO);
        message.put("bindings", Map.of("kafka", Map.of("key", Map.of("type", "string"))));
        message.put("payload", ordered("schemaFormat", AVRO, "schema", MAPPER.readTree(schema)));
        channels.put(topic, ordered("address", topic, "description", said, "messages", Map.of("record", message)));
        operations.put(
                action + "-" + topic,
                ordered("action", action, "channel", Map.of("$ref", "#/channels/" + topic), "summary", said));
    }

    private static Map<String, Object> ordered(final Object... namesAndValues) {
        final Map<String, Object> all = new LinkedHashMap<>();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            all.put((String) namesAndValues[n], namesAndValues[n + 1]);
        }
        return all;
    }
}
