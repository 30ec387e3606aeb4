package io.millrace.schemas.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What the {@code _schemas} topic says, folded. Only its reader changes it. */
final class RegistryState {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryState.class);
    /** Stands for the setting that holds where a subject has none. */
    private static final String EVERYWHERE = "";

    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private int highestId;

    synchronized void apply(final LogEntry entry) {
        final JsonNode value = entry.value();
        final String subject = entry.key().path("subject").asString(EVERYWHERE);
        switch (entry.key().path("keytype").asString("")) {
            case "SCHEMA" -> schema(subject, entry.key().path("version").asInt(), value);
            case "DELETE_SUBJECT" -> softDelete(subject, value);
            case "CLEAR_SUBJECT" -> subjects.remove(subject);
            case "CONFIG" -> put(levels, subject, value, "compatibilityLevel", CompatibilityLevel::of);
            case "MODE" -> put(modes, subject, value, "mode", Mode::of);
            case "NOOP" -> {
                if (value != null) {
                    highestId = Math.max(highestId, value.path("highestId").asInt(0));
                }
            }
            default -> LOG.warn("event=unknown-schema-record key={}", entry.key());
        }
    }

    private void schema(final String subject, final int version, final @Nullable JsonNode value) {
        if (value == null) {
            final NavigableMap<Integer, SchemaVersion> versions = subjects.getOrDefault(subject, new TreeMap<>());
            versions.remove(version);
            if (versions.isEmpty()) {
                subjects.remove(subject);
            }
            return;
        }
        final int id = value.path("id").asInt();
        highestId = Math.max(highestId, id);
        subjects.computeIfAbsent(subject, name -> new TreeMap<>())
                .put(
                        version,
                        new SchemaVersion(
                                subject,
                                version,
                                id,
                                value.path("schema").asString(""),
                                value.path("deleted").asBoolean(false)));
    }

    private void softDelete(final String subject, final @Nullable JsonNode value) {
        if (value != null) {
            subjects.getOrDefault(subject, new TreeMap<>())
                    .headMap(value.path("version").asInt(), true)
                    .replaceAll((version, it) -> it.softDeleted());
        }
    }

    private static <T> void put(
            final Map<String, T> settings,
            final String subject,
            final @Nullable JsonNode value,
            final String field,
            final java.util.function.Function<String, T> parse) {
        if (value == null) {
            settings.remove(subject);
        } else {
            settings.put(subject, parse.apply(value.path(field).asString("")));
        }
    }

    /** Every version of every subject, deleted ones too, by subject and number. */
    synchronized List<SchemaVersion> all() {
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .toList();
    }

    /** Every version of a subject, deleted ones too, by number. */
    synchronized List<SchemaVersion> versions(final String subject) {
        final NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    synchronized List<SchemaVersion> withId(final int id) {
        return everything().filter(it -> it.id() == id).toList();
    }

    synchronized Optional<Integer> idOf(final String schema) {
        return everything()
                .filter(it -> it.schema().equals(schema))
                .map(SchemaVersion::id)
                .findFirst();
    }

    synchronized int highestId() {
        return highestId;
    }

    synchronized Optional<CompatibilityLevel> level(final String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    synchronized CompatibilityLevel level() {
        return levels.getOrDefault(EVERYWHERE, CompatibilityLevel.BACKWARD);
    }

    synchronized Optional<Mode> mode(final String subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    synchronized Mode mode() {
        return modes.getOrDefault(EVERYWHERE, Mode.READWRITE);
    }

    private Stream<SchemaVersion> everything() {
        return subjects.values().stream().flatMap(versions -> versions.values().stream());
    }
}
