package io.millrace.backbone;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;

/** Sums per window of time, such as what was sold: an event adds to some keys, or takes away. */
public record Tally<E extends SpecificRecord>(
        String path, String key, BiFunction<E, Instant, Optional<Tally.Count>> counts) {

    /** So much more, by key and by name of the sum, in the window of that time. */
    public record Count(Instant at, Map<String, Map<String, Long>> sums) {}
}
