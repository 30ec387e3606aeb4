package io.millrace.backbone;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Sums per window of time, such as what was sold: an event adds to some keys, or takes away. */
public record Tally<E extends SpecificRecord>(
        String path,
        String key,
        BiFunction<E, Instant, Optional<Tally.Count>> counts,
        @Nullable Access access) {

    public static <E extends SpecificRecord> Tally<E> of(
            final String path, final String key, final BiFunction<E, Instant, Optional<Tally.Count>> counts) {
        return new Tally<>(path, key, counts, null);
    }

    public Tally<E> seenBy(final Access who) {
        return new Tally<>(path, key, counts, who);
    }

    /** So much more, by key and by name of the sum, in the window of that time. */
    public record Count(Instant at, Map<String, Map<String, Long>> sums) {}
}
