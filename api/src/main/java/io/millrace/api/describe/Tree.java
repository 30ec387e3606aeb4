package io.millrace.api.describe;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the small trees of which a description consists. */
final class Tree {

    private Tree() {}

    /** Names and values in turn, in that order. */
    static Map<String, Object> of(final Object... namesAndValues) {
        final Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }

    static Map<String, Object> ref(final String kind, final String name) {
        return of("$ref", "#/components/" + kind + "/" + name);
    }

    static Map<String, Object> json(final Object schema) {
        return of("application/json", of("schema", schema));
    }
}
