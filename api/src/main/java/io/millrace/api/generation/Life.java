package io.millrace.api.generation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One generation, from when it was decided on. {@code key}: what who decided it knows that by. */
public record Life(
        int number, State state, Instant since, @Nullable String by, String key) {

    /** What it is good for at the moment. */
    public enum State {
        /** Made of the journal, and shown to nobody yet. */
        BUILDING,
        /** What everybody is shown. */
        SERVING,
        /** Was shown before, is as new as any, and can be shown again. */
        KEPT,
        GONE
    }

    Life now(final State other, final Instant at) {
        return new Life(number, other, at, by, key);
    }
}
