package io.millrace.api.readme;

import static io.millrace.api.readme.Markdown.code;

import io.millrace.api.describe.OpenApi;
import io.millrace.backbone.Business;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface in a table per business, from its own description. */
final class HttpPage {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HttpPage() {}

    static String of(final List<Business> businesses) {
        final Map<String, StringBuilder> byTag = new TreeMap<>();
        MAPPER.readTree(OpenApi.of(businesses))
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> add(byTag, path.getKey(), verb.getKey(), verb.getValue())));
        final Markdown page = new Markdown("HTTP")
                .line(
                        "Every request there is; `/openapi.json` on a running instance has all fields and answers, `/docs` shows")
                .line(
                        "them. Every write takes an `Idempotency-Key` and gives a `Journal-Token`; a read that sends the token")
                .line("back waits until its page is that far. Refusals are `application/problem+json` with a `code`.");
        byTag.forEach((tag, rows) -> page.heading(tag)
                .head("request", "what for", "body", "answers")
                .line(rows.toString().strip()));
        return page.toString();
    }

    private static void add(
            final Map<String, StringBuilder> byTag, final String path, final String verb, final JsonNode operation) {
        final String answers =
                operation.at("/responses").propertyNames().stream().sorted().collect(Collectors.joining(", "));
        byTag.computeIfAbsent(operation.at("/tags/0").asString(), _ -> new StringBuilder())
                .append(Markdown.cells(
                        code(verb.toUpperCase(Locale.ROOT) + " " + path),
                        operation.path("summary").asString(),
                        body(operation),
                        answers))
                .append('\n');
    }

    /** The fields that are sent, the ones that must be first; of several kinds, those of all. */
    private static String body(final JsonNode operation) {
        final JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        final JsonNode kinds = schema.path("oneOf");
        if (kinds.isArray()) {
            return kinds.valueStream()
                    .flatMap(kind -> kind.at("/properties").propertyNames().stream())
                    .distinct()
                    .map(Markdown::code)
                    .collect(Collectors.joining(", "));
        }
        final List<String> must =
                schema.at("/required").valueStream().map(JsonNode::asString).toList();
        return schema.at("/properties").propertyNames().stream()
                .sorted(Comparator.comparing(name -> !must.contains(name)))
                .map(name -> code(must.contains(name) ? name : name + "?"))
                .collect(Collectors.joining(", "));
    }
}
