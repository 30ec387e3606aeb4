package io.millrace.infra.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Many callers at once, each with its own connection, doing the same for a while. */
public final class Crowd {

    /** What one caller does over and over. */
    @FunctionalInterface
    public interface Turn {
        void take(Caller caller, int who, long turn) throws Exception;
    }

    /** How it went: turns taken, how long each took, and how long all of it. */
    public record Run(Histogram micros, Duration took) {

        public double perSecond() {
            return micros.getTotalCount() / (took.toNanos() / 1e9);
        }

        public double millis(final double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /** A virtual thread is woken by one that waits for its socket: callers took half the machine that they measure. */
    private static final ThreadFactory CALLERS =
            Thread.ofPlatform().name("caller-", 0).factory();

    private static final long LONGEST_MICROS = 60_000_000L;

    private final int port;
    private final Duration timeout;

    public Crowd(final int port, final Duration timeout) {
        this.port = port;
        this.timeout = timeout;
    }

    /** Everybody takes turns until the time is over. */
    public Run forTime(final int callers, final Duration time, final Turn turn) throws InterruptedException {
        final long end = System.nanoTime() + time.toNanos();
        return run(callers, turn, (_, _) -> System.nanoTime() < end);
    }

    /** Everybody takes that many turns. */
    public Run turns(final int callers, final long each, final Turn turn) throws InterruptedException {
        return run(callers, turn, (_, n) -> n < each);
    }

    /**
     * Turns are due at a fixed rate, answered or not: who must wait because an earlier turn took long is late, and that
     * counts. With callers who wait for their answers before they call again, a stall would be measured only once.
     */
    public Run atRate(final int callers, final double perSecond, final Duration time, final Turn turn)
            throws InterruptedException {
        final long start = System.nanoTime();
        final long all = Math.round(perSecond * time.toNanos() / 1e9);
        return run(
                callers,
                turn,
                (who, n) -> n * callers + who < all,
                (who, n) -> start + Math.round((n * callers + who) * 1e9 / perSecond));
    }

    @FunctionalInterface
    private interface More {
        boolean more(int who, long turn);
    }

    /** When a turn should begin, by {@link System#nanoTime()}. */
    @FunctionalInterface
    private interface Due {
        long at(int who, long turn);
    }

    private Run run(final int callers, final Turn turn, final More more) throws InterruptedException {
        return run(callers, turn, more, (_, _) -> System.nanoTime());
    }

    private Run run(final int callers, final Turn turn, final More more, final Due due) throws InterruptedException {
        final long start = System.nanoTime();
        final List<Future<Histogram>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(CALLERS)) {
            for (int i = 0; i < callers; i++) {
                final int who = i;
                all.add(threads.submit(() -> one(who, turn, more, due)));
            }
        }
        final Duration took = Duration.ofNanos(System.nanoTime() - start);
        final Histogram sum = new Histogram(LONGEST_MICROS, 3);
        for (final Future<Histogram> one : all) {
            try {
                sum.add(one.get());
            } catch (final ExecutionException e) {
                throw new IllegalStateException("a caller gave up: " + e.getCause(), e.getCause());
            }
        }
        return new Run(sum, took);
    }

    private Histogram one(final int who, final Turn turn, final More more, final Due due) throws Exception {
        final Histogram micros = new Histogram(LONGEST_MICROS, 3);
        try (Caller caller = new Caller(port, timeout)) {
            for (long n = 0; more.more(who, n); n++) {
                final long before = due.at(who, n);
                waitUntil(before);
                turn.take(caller, who, n);
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - before) / 1_000));
            }
        }
        return micros;
    }

    private static void waitUntil(final long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
