package io.millrace.infra.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Writes, and reads at once with the token of the answer. What comes back must hold what was written: one page that
 * doesn't ends the run, because then reads go back in time.
 */
final class Pairs {

    /** What was answered: the row's own token, which the page must show, and where to read it. */
    record Written(String token, String where) {

        static Written of(final Answer answer, final String where) {
            return new Written(answer.header("Journal-Token").orElseThrow(), where);
        }
    }

    @FunctionalInterface
    interface Write {
        Written write(Caller caller, int who) throws IOException;
    }

    private final int port;
    private final Duration timeout;

    Pairs(final int port, final Duration timeout) {
        this.port = port;
        this.timeout = timeout;
    }

    /** How long after an answer its reader had read it, of so many pairs. */
    Crowd.Run run(final int callers, final int pairs, final Write write) throws InterruptedException {
        final ConcurrentHistogram micros = new ConcurrentHistogram(60_000_000L, 3);
        final AtomicLong nanos = new AtomicLong();
        new Crowd(port, timeout).turns(callers, pairs / callers, (caller, who, _) -> {
            final Written written = write.write(caller, who);
            final long answered = System.nanoTime();
            final Answer read = caller.get(written.where(), "Prefer", "wait=30", "Journal-Token", written.token());
            final long took = System.nanoTime() - answered;
            if (read.status() != 200 || !read.body().contains(written.token())) {
                throw new IllegalStateException(
                        "stale: " + written + " was answered, and then read: " + read.status() + " " + read.body());
            }
            micros.recordValue(took / 1_000);
            nanos.addAndGet(took);
        });
        return new Crowd.Run(micros, Duration.ofNanos(nanos.get() / callers));
    }
}
