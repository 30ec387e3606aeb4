package io.millrace.api.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How old what an application shows is: how long ago that, which it works on now, was the newest there was. It is told
 * once a second how much is done and how much waits, and needs nobody's clock but its own.
 */
final class Staleness {

    private static final int KEPT = 3_600;

    private record Seen(long nanos, double end) {}

    /** The first is the last moment at which nothing was there that isn't done by now. */
    private final Deque<Seen> past = new ArrayDeque<>();

    private volatile double seconds;

    void look(final double done, final double waiting, final long nanos) {
        if (waiting <= Movement.NOTHING_WAITS) {
            past.clear();
        }
        while (past.size() > 1 && second().end() <= done) {
            past.removeFirst();
        }
        seconds = past.isEmpty() ? 0 : (nanos - past.getFirst().nanos()) / 1e9;
        if (past.size() >= KEPT) {
            past.removeLast();
        }
        past.addLast(new Seen(nanos, done + waiting));
    }

    private Seen second() {
        final var both = past.iterator();
        both.next();
        return both.next();
    }

    double seconds() {
        return seconds;
    }
}
