package io.millrace.schemas.compat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;
import org.jspecify.annotations.Nullable;

/**
 * Compares today's schemas with every release. Backward, against all: a journal is read from its beginning. Forward,
 * against the last one: while a release is rolled out its readers are still there. New kinds of events and new words
 * are the exception, as no old reader can know them: there, readers are deployed first.
 */
final class CompatibilityGate {
    private static final Set<SchemaIncompatibilityType> READERS_FIRST =
            Set.of(SchemaIncompatibilityType.MISSING_UNION_BRANCH, SchemaIncompatibilityType.MISSING_ENUM_SYMBOLS);

    private final Map<String, Schema> today;

    CompatibilityGate(final Map<String, Schema> today) {
        this.today = today;
    }

    /** @param releases oldest first */
    List<Breach> breaches(final List<Release> releases) {
        final List<Breach> breaches = new ArrayList<>();
        for (final Release release : releases) {
            final boolean last = release.equals(releases.getLast());
            release.schemas().values().forEach(released -> breaches.addAll(breaches(release, released, last)));
        }
        return breaches;
    }

    private List<Breach> breaches(final Release release, final Schema released, final boolean last) {
        final @Nullable Schema now = today.get(released.getFullName());
        return reasons(released, now, last)
                .map(why -> new Breach(released.getFullName(), release.version(), why))
                .toList();
    }

    private static Stream<String> reasons(final Schema released, final @Nullable Schema now, final boolean last) {
        if (now == null) {
            return Stream.of("it is gone, but the journal may still hold it");
        }
        final Stream<String> backward =
                differences(now, released).map(it -> "today's schema can't read it: " + described(it));
        final Stream<String> forward = differences(released, now)
                .filter(it -> last && !READERS_FIRST.contains(it.getType()))
                .map(it -> "its readers can't read today's: " + described(it));
        return Stream.of(backward, forward, Meaning.changes(released, now)).flatMap(it -> it);
    }

    private static Stream<Incompatibility> differences(final Schema reader, final Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream();
    }

    private static String described(final Incompatibility it) {
        return it.getType() + " at " + it.getLocation() + ": " + it.getMessage();
    }
}
