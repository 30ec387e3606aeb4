package io.millrace.schemas.registry;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One record of the {@code _schemas} topic, keys and values in the shape Confluent's registry gave them. */
record LogEntry(JsonNode key, @Nullable JsonNode value) {

    static LogEntry schema(final SchemaVersion version) {
        return new LogEntry(key(version), version.json().put("deleted", version.deleted()));
    }

    static LogEntry tombstone(final SchemaVersion version) {
        return new LogEntry(key(version), null);
    }

    static LogEntry level(final @Nullable String subject, final @Nullable CompatibilityLevel level) {
        return new LogEntry(
                key("CONFIG", subject), level == null ? null : Json.object().put("compatibilityLevel", level.name()));
    }

    static LogEntry mode(final @Nullable String subject, final Mode mode) {
        return new LogEntry(key("MODE", subject), Json.object().put("mode", mode.name()));
    }

    /**
     * The highest id there ever was. Written before a schema is erased, since compaction would erase with it that its id
     * was used. Other registries skip a NOOP without looking at its value.
     */
    static LogEntry highestId(final int id) {
        return new LogEntry(
                Json.object().put("keytype", "NOOP").put("magic", 0),
                Json.object().put("highestId", id));
    }

    private static ObjectNode key(final SchemaVersion version) {
        return Json.object()
                .put("keytype", "SCHEMA")
                .put("subject", version.subject())
                .put("version", version.version())
                .put("magic", 1);
    }

    private static ObjectNode key(final String type, final @Nullable String subject) {
        return Json.object().put("keytype", type).put("subject", subject).put("magic", 0);
    }
}
