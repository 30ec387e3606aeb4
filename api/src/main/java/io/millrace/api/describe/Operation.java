package io.millrace.api.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One operation of the description, written down piece by piece. */
final class Operation {

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");

    private final List<Object> parameters = new ArrayList<>();
    private final Map<String, Object> responses = new LinkedHashMap<>();
    private final Map<String, Object> described;

    Operation(final String tag, final String method, final String path, final String summary) {
        final String id = method + NO_WORD.matcher(path).replaceAll("_").replaceAll("_$", "");
        described = Tree.of("operationId", id, "tags", List.of(tag), "summary", summary);
    }

    Operation parameter(final Map<String, Object> parameter) {
        parameters.add(parameter);
        return this;
    }

    Operation common(final List<String> names) {
        names.forEach(name -> parameters.add(Tree.ref("parameters", name)));
        return this;
    }

    /** One of these proofs is needed; none: nobody is asked. */
    Operation proof(final List<Object> proofs) {
        if (!proofs.isEmpty()) {
            described.put("security", proofs);
        }
        return this;
    }

    Operation body(final Map<String, Object> schema) {
        described.put("requestBody", Tree.of("required", true, "content", Tree.json(schema)));
        return this;
    }

    Operation answers(final int status, final String words, final Map<String, Object> schema) {
        final Map<String, Object> response = Tree.of("description", words);
        response.put("headers", Tree.of("Journal-Token", Tree.ref("headers", "JournalToken")));
        if (!schema.isEmpty()) {
            response.put("content", Tree.json(schema));
        }
        responses.put(Integer.toString(status), response);
        return this;
    }

    /** What comes is a stream of text of that type. */
    Operation streams(final String words, final String type) {
        final Map<String, Object> text = Tree.of("schema", Tree.of("type", "string"));
        responses.put("200", Tree.of("description", words, "content", Tree.of(type, text)));
        return this;
    }

    Operation or(final int status, final String common) {
        responses.put(Integer.toString(status), Tree.ref("responses", common));
        return this;
    }

    Map<String, Object> done() {
        if (!parameters.isEmpty()) {
            described.put("parameters", parameters);
        }
        described.put("responses", responses);
        return described;
    }
}
