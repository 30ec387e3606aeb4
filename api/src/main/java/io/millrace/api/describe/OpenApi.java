package io.millrace.api.describe;

import io.millrace.api.json.Json;
import io.millrace.backbone.Business;
import io.millrace.people.People;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The description of everything the façade answers to, made of the same declarations as its routes. */
public final class OpenApi {

    private OpenApi() {}

    public static byte[] of(final List<Business> businesses) {
        final Schemas schemas = new Schemas();
        schemas.named().put("Problem", Commons.problem());
        schemas.named().put("Why", why());
        final Map<String, Map<String, Object>> paths = new TreeMap<>();
        businesses.forEach(business -> new BusinessPaths(business, schemas, paths).describe());
        if (businesses.contains(People.BUSINESS)) {
            PeoplePaths.describe(paths);
        }
        everywhere(paths);
        return Json.of(Tree.of(
                "openapi",
                "3.1.0",
                "info",
                Tree.of(
                        "title",
                        "Millrace",
                        "version",
                        "1",
                        "description",
                        "Every command gets one durable receipt; no read goes back in time for whoever holds a token."),
                "tags",
                businesses.stream().map(it -> Tree.of("name", it.name())).toList(),
                "paths",
                paths,
                "components",
                Tree.of(
                        "parameters", Commons.parameters(),
                        "headers", Commons.headers(),
                        "responses", Commons.responses(),
                        "securitySchemes", Proofs.schemes(),
                        "schemas", schemas.named())));
    }

    private static void everywhere(final Map<String, Map<String, Object>> paths) {
        final Map<String, Object> text = Tree.of("type", "string");
        final Operation receipt = new Operation(
                        "receipts", "get", "/receipts/{business}/{desk}/{key}", "What became of a command.")
                .parameter(Commons.inPath("business", text))
                .parameter(Commons.inPath("desk", text))
                .parameter(Commons.inPath("key", text))
                .answers(
                        200,
                        "The outcome, as it would have been answered.",
                        Tree.of(
                                "type",
                                "object",
                                "required",
                                List.of("status"),
                                "properties",
                                Tree.of("status", Tree.of("type", "integer"), "body", Tree.of("type", "object"))))
                .or(404, "NotFound")
                .or(503, "Busy");
        paths.put("/receipts/{business}/{desk}/{key}", Tree.of("get", receipt.done()));
        paths.put("/events", Tree.of("get", LiveStream.described()));
        KeptPaths.describe(paths);
        PagePaths.describe(paths);
        operation(paths, "/audit", "Whether it adds up: events checked, and laws that were broken; ?business=cafe.");
        operation(paths, "/livez", "Whether it is alive.");
        operation(paths, "/readyz", "Whether it can be sent work.");
        operation(paths, "/metrics", "Figures, as Prometheus reads them.");
        operation(paths, "/topologies", "How records flow through each business; ?format=text for people.");
        operation(paths, "/instances", "Which instance has what; ?business=cafe&desk=gangnam finds a desk.");
        operation(paths, "/openapi.json", "This.");
        operation(paths, "/docs", "This, for people to read.");
    }

    private static void operation(
            final Map<String, Map<String, Object>> paths, final String path, final String summary) {
        final Operation operation =
                new Operation("operations", "get", path, summary).answers(200, "So it is.", Map.of());
        paths.put(path, Tree.of("get", operation.done()));
    }

    private static Map<String, Object> why() {
        final Map<String, Object> text = Tree.of("type", "string");
        return Tree.of(
                "type",
                "object",
                "properties",
                Tree.of(
                        "event", text,
                        "seq", Tree.of("type", "integer"),
                        "at", Tree.of("type", "string", "format", "date-time"),
                        "command", text,
                        "commandId", text,
                        "actor", text,
                        "cause", text,
                        "token", text));
    }
}
