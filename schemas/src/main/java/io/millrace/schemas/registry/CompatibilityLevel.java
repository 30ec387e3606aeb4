package io.millrace.schemas.registry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Who must be able to read whom when a subject's schema changes. */
enum CompatibilityLevel {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE;

    static CompatibilityLevel of(final String name) {
        for (final CompatibilityLevel level : values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        throw RegistryError.invalidLevel(name);
    }

    /** Why the next schema can't follow the earlier ones, which are in their order; empty when it can. */
    List<String> objections(final Schema next, final List<SchemaVersion> earlier) {
        final boolean transitive = name().endsWith("_TRANSITIVE");
        final int first = transitive ? 0 : Math.max(0, earlier.size() - 1);
        return earlier.subList(first, earlier.size()).reversed().stream()
                .flatMap(version -> objections(next, version))
                .toList();
    }

    private Stream<String> objections(final Schema next, final SchemaVersion version) {
        final Schema before = AvroText.stored(version.schema());
        final boolean backward = name().startsWith("BACKWARD") || name().startsWith("FULL");
        final boolean forward = name().startsWith("FORWARD") || name().startsWith("FULL");
        return Stream.concat(
                backward
                        ? reasons(next, before, "the new schema can't read version " + version.version())
                        : Stream.of(),
                forward
                        ? reasons(before, next, "version " + version.version() + " can't read the new schema")
                        : Stream.of());
    }

    private static Stream<String> reasons(final Schema reader, final Schema writer, final String claim) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(it -> claim + ": " + it.getType() + " at " + it.getLocation() + ": " + it.getMessage());
    }
}
