package io.millrace.api.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells an application that has stopped moving from one that has nothing to do, that rebalances, or whose broker is
 * away: to start it anew would help the first only.
 */
final class Movement {

    /** No honest work keeps a stream thread from its consumer for so long. */
    static final Duration TOO_LONG = Duration.ofSeconds(30);

    /** A rebalance, a restore or a broker's fail-over within it is no standstill. */
    static final Duration STANDSTILL = Duration.ofSeconds(60);

    /** The end of a transaction may stand at the end of a partition, and is nothing to work off. */
    static final double NOTHING_WAITS = 1;

    /**
     * How an application is at a moment: how long the most silent of its connected threads hasn't asked for records,
     * how many records wait, how many it has worked off.
     */
    record Look(boolean running, double silentSeconds, double waiting, double done) {}

    private long movedAt;
    private double done = -1;
    private volatile @Nullable String stuck;

    void look(final Look now, final long nanos) {
        if (!now.running() || now.waiting() <= NOTHING_WAITS || now.done() != done) {
            movedAt = nanos;
            done = now.done();
        }
        if (now.silentSeconds() > TOO_LONG.toSeconds()) {
            stuck = "a thread hasn't asked for records for " + (long) now.silentSeconds() + " s";
        } else if (nanos - movedAt > STANDSTILL.toNanos()) {
            stuck = (long) now.waiting() + " records wait, and none was worked off for " + STANDSTILL.toSeconds()
                    + " s";
        } else {
            stuck = null;
        }
    }

    /** Why it counts as stuck; null if it doesn't. */
    @Nullable
    String stuck() {
        return stuck;
    }
}
