package io.millrace.schemas.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** What can be asked of the registry. Answers come from what is committed and read, so they survive anything. */
final class Questions {
    private static final String LATEST = "latest";

    private final RegistryState state;

    Questions(final RegistryState state) {
        this.state = state;
    }

    List<String> subjects(final String prefix, final boolean deleted) {
        return state.all().stream()
                .filter(it -> deleted || !it.deleted())
                .map(SchemaVersion::subject)
                .filter(it -> it.startsWith(prefix))
                .distinct()
                .toList();
    }

    List<SchemaVersion> schemas(final String prefix, final boolean deleted) {
        return state.all().stream()
                .filter(it -> deleted || !it.deleted())
                .filter(it -> it.subject().startsWith(prefix))
                .toList();
    }

    /** The subject's versions; there is at least one. */
    List<SchemaVersion> versions(final String subject, final boolean deleted) {
        final List<SchemaVersion> versions = visible(subject, deleted);
        if (versions.isEmpty()) {
            throw RegistryError.noSubject(subject);
        }
        return versions;
    }

    SchemaVersion version(final String subject, final String wanted, final boolean deleted) {
        final boolean latest = wanted.equals(LATEST) || wanted.equals("-1");
        final int number = latest ? 0 : number(wanted);
        final List<SchemaVersion> versions = versions(subject, deleted);
        if (latest) {
            return versions.getLast();
        }
        return versions.stream()
                .filter(it -> it.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryError.noVersion(wanted));
    }

    /** The version that this schema is under this subject. */
    SchemaVersion lookup(final String subject, final Schema schema, final boolean deleted) {
        versions(subject, deleted);
        return find(subject, schema, deleted).orElseThrow(RegistryError::noSchema);
    }

    Optional<SchemaVersion> find(final String subject, final Schema schema, final boolean deleted) {
        final String text = schema.toString();
        return visible(subject, deleted).reversed().stream()
                .filter(it -> it.schema().equals(text))
                .findFirst();
    }

    /** Everywhere this id stands; there is at least one place. */
    List<SchemaVersion> withId(final int id) {
        final List<SchemaVersion> versions = state.withId(id);
        if (versions.isEmpty()) {
            throw RegistryError.noSchema(id);
        }
        return versions;
    }

    List<String> objections(final String subject, final Schema schema) {
        return level(subject).objections(schema, visible(subject, false));
    }

    CompatibilityLevel level(final String subject) {
        return state.level(subject).orElseGet(state::level);
    }

    Mode mode(final String subject) {
        return state.mode(subject).orElseGet(state::mode);
    }

    List<SchemaVersion> visible(final String subject, final boolean deleted) {
        return state.versions(subject).stream()
                .filter(it -> deleted || !it.deleted())
                .toList();
    }

    private static int number(final String version) {
        try {
            final int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw RegistryError.invalidVersion(version);
        }
        throw RegistryError.invalidVersion(version);
    }
}
