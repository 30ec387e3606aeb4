package io.millrace.api.describe;

import io.millrace.schemas.KeptState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How quarantine is described: a list, each record whole, and what can be decided about it. */
final class KeptPaths {

    private static final String TAG = "quarantine";
    private static final Map<String, Object> TEXT = Tree.of("type", "string");
    private static final Map<String, Object> WHOLE_NUMBER = Tree.of("type", "integer");
    private static final Map<String, Object> TIME = Tree.of("type", "string", "format", "date-time");
    private static final Map<String, Object> STATE = Tree.of(
            "type",
            "string",
            "enum",
            Arrays.stream(KeptState.values()).map(Enum::name).toList());

    private KeptPaths() {}

    static void describe(final Map<String, Map<String, Object>> paths) {
        paths.put("/quarantine", Tree.of("get", list()));
        paths.put("/quarantine/{id}", Tree.of("get", one(), "delete", act("delete", "", 204, "Leave it out.")));
        paths.put("/quarantine/{id}/retry", Tree.of("post", act("post", "/retry", 200, "Try it again.")));
        paths.put("/quarantine/{id}/discard", Tree.of("post", act("post", "/discard", 200, "Leave it out.")));
    }

    private static Map<String, Object> list() {
        return new Operation(TAG, "get", "/quarantine", "What could not be handled, newest first.")
                .parameter(Commons.query("business", "Only this business's.", TEXT))
                .parameter(Commons.query("desk", "Only what has this key.", TEXT))
                .parameter(Commons.query("state", "Only what is in this state.", STATE))
                .common(List.of("limit", "after"))
                .answers(
                        200,
                        "Records, without their payload, and how many wait.",
                        Tree.of(
                                "type",
                                "object",
                                "properties",
                                Tree.of(
                                        "items",
                                        Tree.of("type", "array", "items", line()),
                                        "next",
                                        Tree.of("type", List.of("string", "null")),
                                        "waiting",
                                        Tree.of("type", "object", "additionalProperties", WHOLE_NUMBER))))
                .or(400, "Malformed")
                .or(503, "Busy")
                .done();
    }

    private static Map<String, Object> one() {
        return new Operation(TAG, "get", "/quarantine/{id}", "One record, whole.")
                .parameter(Commons.inPath("id", TEXT))
                .answers(200, "With key, headers, payload, reason, stack, and what was decided.", line())
                .or(404, "NotFound")
                .or(503, "Busy")
                .done();
    }

    private static Map<String, Object> act(
            final String method, final String path, final int status, final String summary) {
        final Map<String, Object> decided = Tree.of(
                "type",
                "object",
                "properties",
                Tree.of("id", TEXT, "act", TEXT, "state", STATE, "by", TEXT, "at", TIME));
        return new Operation(TAG, method, "/quarantine/{id}" + path, summary)
                .parameter(Commons.inPath("id", TEXT))
                .common(Commons.WRITE_PARAMETERS)
                .answers(status, "Decided, and written down.", status == 204 ? Map.of() : decided)
                .or(202, "Later")
                .or(404, "NotFound")
                .or(409, "Conflict")
                .or(422, "Refused")
                .or(503, "Busy")
                .done();
    }

    private static Map<String, Object> line() {
        return Tree.of(
                "type",
                "object",
                "required",
                List.of("id", "business", "state", "topic", "partition", "offset", "reason", "at"),
                "properties",
                Tree.of(
                        "id", TEXT,
                        "business", TEXT,
                        "state", STATE,
                        "desk", TEXT,
                        "topic", TEXT,
                        "partition", WHOLE_NUMBER,
                        "offset", WHOLE_NUMBER,
                        "reader", TEXT,
                        "reason", TEXT,
                        "at", TIME,
                        "times", WHOLE_NUMBER));
    }
}
