package io.millrace.api.describe;

import io.millrace.backbone.Checks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The description of what only people have: registering, signing in and out, and being given roles. */
final class PeoplePaths {

    private static final String TAG = "people";
    private static final String SESSIONS = "/people/sessions";
    private static final String CURRENT = SESSIONS + "/current";

    private PeoplePaths() {}

    static void describe(final Map<String, Map<String, Object>> paths) {
        add(
                paths,
                "post",
                "/people",
                write("post", "/people", "Registers somebody.")
                        .body(object("id", checked("person"), "name", checked("name"), "password", password()))
                        .answers(201, "Who can sign in now.", Tree.of("type", "object"))
                        .or(409, "Conflict")
                        .or(422, "Refused"));
        add(
                paths,
                "post",
                SESSIONS,
                write("post", SESSIONS, "Signs in: a token, and the same as a cookie.")
                        .body(object("id", text(), "password", text()))
                        .answers(201, "It holds until then, or until it is ended.", session()));
        add(
                paths,
                "get",
                CURRENT,
                problems(new Operation(TAG, "get", CURRENT, "Who is signed in.")
                        .answers(200, "You are.", Tree.of("type", "object"))));
        add(paths, "delete", CURRENT, write("delete", CURRENT, "Signs out.").answers(204, "It is over.", Map.of()));
        final String roles = "/people/{id}/roles";
        add(
                paths,
                "put",
                roles,
                write("put", roles, "Gives roles by desk, and takes all others; for admins.")
                        .parameter(Commons.inPath("id", checked("person")))
                        .body(Tree.of(
                                "type",
                                "object",
                                "additionalProperties",
                                Tree.of("type", "array", "items", text()),
                                "examples",
                                List.of(Tree.of("cafe/gangnam", List.of("owner")))))
                        .answers(200, "The whole person, as they are now.", Tree.of("type", "object"))
                        .or(404, "NotFound"));
    }

    private static void add(
            final Map<String, Map<String, Object>> paths,
            final String method,
            final String path,
            final Operation operation) {
        paths.computeIfAbsent(path, _ -> new LinkedHashMap<>()).put(method, operation.done());
    }

    private static Operation write(final String method, final String path, final String summary) {
        return problems(new Operation(TAG, method, path, summary).common(Commons.WRITE_PARAMETERS))
                .or(202, "Later")
                .or(429, "TooMany");
    }

    private static Operation problems(final Operation operation) {
        return operation
                .or(400, "Malformed")
                .or(401, "Unauthenticated")
                .or(403, "Forbidden")
                .or(503, "Busy");
    }

    private static Map<String, Object> object(final Object... fields) {
        final Map<String, Object> properties = Tree.of(fields);
        return Tree.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.copyOf(properties.keySet()),
                "properties",
                properties);
    }

    private static Map<String, Object> session() {
        return object("token", text(), "expiresAt", Tree.of("type", "string", "format", "date-time"));
    }

    private static Map<String, Object> password() {
        return Tree.of("type", "string", "minLength", 8, "maxLength", 200, "format", "password");
    }

    private static Map<String, Object> checked(final String check) {
        final Map<String, Object> schema = text();
        Schemas.constrain(schema, Checks.named(check));
        return schema;
    }

    private static Map<String, Object> text() {
        return Tree.of("type", "string");
    }
}
