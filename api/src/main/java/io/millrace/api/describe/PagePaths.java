package io.millrace.api.describe;

import java.util.List;
import java.util.Map;

/** How generations of pages are described: which there are, whether two show the same, and which is shown. */
final class PagePaths {

    private static final String TAG = "operations";
    private static final Map<String, Object> TEXT = Tree.of("type", "string");
    private static final Map<String, Object> NUMBER = Tree.of("type", "integer");
    private static final Map<String, Object> FLAG = Tree.of("type", "boolean");
    private static final Map<String, Object> TIME = Tree.of("type", "string", "format", "date-time");

    private PagePaths() {}

    static void describe(final Map<String, Map<String, Object>> paths) {
        final Operation list = new Operation(TAG, "get", "/pages", "Which generations of pages there are.")
                .parameter(Commons.query("business", "Only this business's.", TEXT))
                .answers(200, "By business: the one that is shown, and all that there are.", Map.of())
                .or(404, "NotFound");
        paths.put("/pages", Tree.of("get", list.done()));
        paths.put("/pages/{business}/rebuild", Tree.of("post", rebuild()));
        paths.put("/pages/{business}/comparison", Tree.of("get", compare()));
        paths.put("/pages/{business}/swap", Tree.of("post", swap()));
        paths.put("/pages/{business}/{generation}", Tree.of("delete", clean()));
    }

    private static Map<String, Object> rebuild() {
        return write("post", "/rebuild", "Make the pages anew, beside those that are shown.")
                .answers(201, "It is begun.", fields(Tree.of("business", TEXT, "generation", NUMBER, "since", TIME)))
                .done();
    }

    private static Map<String, Object> compare() {
        return new Operation(
                        TAG,
                        "get",
                        "/pages/{business}/comparison",
                        "Whether the newest shows what is shown, row by row.")
                .parameter(Commons.inPath("business", TEXT))
                .answers(
                        200,
                        "What was compared, and what is different: its key, and each field before and after.",
                        fields(Tree.of("shown", NUMBER, "compared", NUMBER, "rows", NUMBER, "same", FLAG)))
                .or(404, "NotFound")
                .or(409, "Conflict")
                .or(503, "Busy")
                .done();
    }

    private static Map<String, Object> swap() {
        return write("post", "/swap", "Show the newest, or with back the one before; compared first.")
                .body(fields(Tree.of("generation", NUMBER, "back", FLAG, "accept", FLAG)))
                .answers(200, "It is shown.", fields(Tree.of("business", TEXT, "shown", NUMBER, "since", TIME)))
                .done();
    }

    private static Map<String, Object> clean() {
        return write("delete", "/{generation}", "Do away with one that is not shown.")
                .parameter(Commons.inPath("generation", NUMBER))
                .answers(204, "It is gone.", Map.of())
                .or(202, "Later")
                .done();
    }

    private static Operation write(final String method, final String path, final String summary) {
        return new Operation(TAG, method, "/pages/{business}" + path, summary)
                .parameter(Commons.inPath("business", TEXT))
                .common(Commons.WRITE_PARAMETERS)
                .or(404, "NotFound")
                .or(409, "Conflict")
                .or(503, "Busy");
    }

    private static Map<String, Object> fields(final Map<String, Object> fields) {
        return Tree.of("type", "object", "properties", fields, "required", List.of());
    }
}
