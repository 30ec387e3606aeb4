package io.millrace.infra.kubernetes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an overlay makes of a manifest: fields are merged, what has a name by its name, and other lists are replaced. */
final class Patch {

    private Patch() {}

    static JsonNode over(final JsonNode base, final JsonNode patch) {
        if (base instanceof ObjectNode fields && patch instanceof ObjectNode changes) {
            final ObjectNode merged = fields.deepCopy();
            changes.properties().forEach(change -> {
                final JsonNode there = merged.get(change.getKey());
                merged.set(change.getKey(), there == null ? change.getValue() : over(there, change.getValue()));
            });
            return merged;
        }
        if (base instanceof ArrayNode all && patch instanceof ArrayNode changes && isNamed(all) && isNamed(changes)) {
            final ArrayNode merged = all.deepCopy();
            for (final JsonNode change : changes) {
                final int at = find(merged, change.at("/name").asString());
                if (at < 0) {
                    merged.add(change);
                } else {
                    merged.set(at, over(merged.get(at), change));
                }
            }
            return merged;
        }
        return patch;
    }

    private static boolean isNamed(final ArrayNode all) {
        return all.valueStream().allMatch(it -> it.has("name"));
    }

    private static int find(final ArrayNode all, final String name) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).at("/name").asString().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
