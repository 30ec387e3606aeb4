package io.millrace.api.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one log line through per second: an outage is one fact, however many requests meet it. */
final class Seldom {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    boolean now() {
        final long now = System.nanoTime();
        final long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + EVERY);
    }
}
