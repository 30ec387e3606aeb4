package io.millrace.infra.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @FunctionalInterface
    private interface More {
        boolean more(int who, long turn);
    }

    private Run run(final int callers, final Turn turn, final More more) throws InterruptedException {
        final long start = System.nanoTime();
        final List<Future<Histogram>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                final int who = i;
                all.add(threads.submit(() -> one(who, turn, more)));
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

    private Histogram one(final int who, final Turn turn, final More more) throws Exception {
        final Histogram micros = new Histogram(LONGEST_MICROS, 3);
        try (Caller caller = new Caller(port, timeout)) {
            for (long n = 0; more.more(who, n); n++) {
                final long before = System.nanoTime();
                turn.take(caller, who, n);
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - before) / 1_000));
            }
        }
        return micros;
    }
}
