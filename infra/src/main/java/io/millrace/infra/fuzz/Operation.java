package io.millrace.infra.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One thing that can be asked for, as the description says it. */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body) {

    record Parameter(String name, String in, JsonNode schema) {}

    /** Everything that a description describes. */
    static List<Operation> of(final String openApi) {
        final JsonNode described = JsonMapper.builder().build().readTree(openApi);
        final List<Operation> all = new ArrayList<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    final JsonNode operation = method.getValue();
                    final List<Parameter> parameters = new ArrayList<>();
                    operation.path("parameters").forEach(it -> parameters.add(parameter(resolved(it, described))));
                    final JsonNode body = operation.at("/requestBody/content/application~1json/schema");
                    all.add(new Operation(
                            method.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            List.copyOf(parameters),
                            body.isMissingNode() ? null : body));
                }));
        return all;
    }

    private static Parameter parameter(final JsonNode it) {
        return new Parameter(it.path("name").asString(), it.path("in").asString(), it.path("schema"));
    }

    private static JsonNode resolved(final JsonNode node, final JsonNode described) {
        final String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : described.at(ref.substring(1));
    }
}
