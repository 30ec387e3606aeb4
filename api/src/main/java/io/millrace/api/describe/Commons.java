package io.millrace.api.describe;

import java.util.List;
import java.util.Map;

/** What every path of the description refers to: parameters, headers, problems. */
final class Commons {

    static final List<String> WRITE_PARAMETERS = List.of("IdempotencyKey", "Prefer");
    static final List<String> READ_PARAMETERS = List.of("JournalToken", "Prefer");

    private Commons() {}

    static Map<String, Object> parameters() {
        return Tree.of(
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        "The same key and request get the same answer; made up when absent.",
                        Tree.of("type", "string", "pattern", "^[!-~]{1,128}$")),
                "JournalToken",
                header(
                        "Journal-Token",
                        "Waits until the page has these places in the journal.",
                        Tree.of("type", "string", "examples", List.of("cafe/gangnam@17"))),
                "Prefer",
                header(
                        "Prefer",
                        "How many seconds to wait for the answer, up to 30; 2 unless said.",
                        Tree.of("type", "string", "examples", List.of("wait=5"))),
                "limit",
                query("limit", "How many.", Tree.of("type", "integer", "minimum", 1, "maximum", 200, "default", 50)),
                "shown",
                query("limit", "How many.", Tree.of("type", "integer", "minimum", 1, "maximum", 200, "default", 200)),
                "after",
                query("after", "The next of the list before.", Tree.of("type", "string")),
                "at",
                query("at", "Shows what was there at that time.", Tree.of("type", "string", "format", "date-time")),
                "per",
                query(
                        "per",
                        "How wide the windows are.",
                        Tree.of("type", "string", "enum", List.of("5m", "1h", "1d"), "default", "1h")));
    }

    static Map<String, Object> headers() {
        return Tree.of(
                "JournalToken",
                Tree.of("description", "How far this answer is in the journal.", "schema", Tree.of("type", "string")),
                "IdempotencyKey",
                Tree.of("description", "The key this write is known by.", "schema", Tree.of("type", "string")),
                "Location",
                Tree.of("description", "Where it is.", "schema", Tree.of("type", "string", "format", "uri-reference")),
                "RetryAfter",
                Tree.of("description", "Seconds.", "schema", Tree.of("type", "integer")));
    }

    static Map<String, Object> responses() {
        final Map<String, Object> all = Tree.of(
                "Later",
                Tree.of(
                        "description",
                        "Taken, but not answered in time: its receipt will be at Location.",
                        "headers",
                        Tree.of(
                                "Location", Tree.ref("headers", "Location"),
                                "Journal-Token", Tree.ref("headers", "JournalToken"),
                                "Idempotency-Key", Tree.ref("headers", "IdempotencyKey"))));
        problem(all, "Malformed", "Every offending field is named.");
        problem(all, "Unauthenticated", "Nobody has signed in.");
        problem(all, "Forbidden", "Not for this person.");
        problem(all, "NotFound", "There is no such thing.");
        problem(all, "WrongMethod", "The address takes other methods; Allow says which.");
        problem(all, "Conflict", "It doesn't fit what is there now.");
        problem(all, "TooLarge", "The body is over 64 KiB.");
        problem(all, "NotJson", "The body must be JSON.");
        problem(all, "Refused", "Understood, but not to be done.");
        problem(all, "TooMany", "Too many wrong passwords; wait as long as Retry-After says.");
        problem(all, "Busy", "Nothing was taken; come again after Retry-After.");
        return all;
    }

    static Map<String, Object> problem() {
        return Tree.of(
                "type",
                "object",
                "description",
                "A problem as RFC 9457 has it; what helps with this one is beside these fields.",
                "required",
                List.of("type", "title", "status", "detail", "code"),
                "properties",
                Tree.of(
                        "type", Tree.of("type", "string", "format", "uri-reference"),
                        "title", Tree.of("type", "string"),
                        "status", Tree.of("type", "integer"),
                        "detail", Tree.of("type", "string"),
                        "code", Tree.of("type", "string"),
                        "errors",
                                Tree.of(
                                        "type",
                                        "array",
                                        "items",
                                        Tree.of(
                                                "type",
                                                "object",
                                                "properties",
                                                Tree.of(
                                                        "field", Tree.of("type", "string"),
                                                        "detail", Tree.of("type", "string"))))));
    }

    static Map<String, Object> inPath(final String name, final Map<String, Object> schema) {
        return Tree.of("name", name, "in", "path", "required", true, "schema", schema);
    }

    static Map<String, Object> query(final String name, final String words, final Map<String, Object> schema) {
        return Tree.of("name", name, "in", "query", "description", words, "schema", schema);
    }

    static Map<String, Object> header(final String name, final String words, final Map<String, Object> schema) {
        return Tree.of("name", name, "in", "header", "description", words, "schema", schema);
    }

    private static void problem(final Map<String, Object> all, final String name, final String words) {
        all.put(
                name,
                Tree.of(
                        "description",
                        words,
                        "content",
                        Tree.of("application/problem+json", Tree.of("schema", Tree.ref("schemas", "Problem")))));
    }
}
