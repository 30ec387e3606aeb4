package io.millrace.infra.siege;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * As a good client asks: again with the same key when it was cut off, told to come later, or not answered in time; as
 * late as it was told, and not at the same moment as everybody else.
 */
final class Patiently {

    @FunctionalInterface
    interface Request {
        Answer send(Caller caller) throws IOException;
    }

    /** Then a caller gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long CUT_OFF_MILLIS = 100;

    private final Caller caller;
    private final Ledger ledger;

    Patiently(final Caller caller, final Ledger ledger) {
        this.caller = caller;
        this.ledger = ledger;
    }

    /** Empty if there was no answer that ends it, however patiently it was asked for. */
    Optional<Answer> ask(final Request request) {
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            try {
                final Answer answer = request.send(caller);
                switch (answer.status()) {
                    case 202 -> ledger.later.increment();
                    case 429, 502, 503, 504 -> {
                        ledger.again.increment();
                        nap(answer.header("Retry-After").map(Long::parseLong).orElse(1L) * 1_000);
                    }
                    default -> {
                        return Optional.of(answer);
                    }
                }
                last = answer.status() + " " + answer.body();
            } catch (final IOException e) {
                ledger.cutOff.increment();
                last = e.toString();
                nap(CUT_OFF_MILLIS);
            }
        }
        ledger.remark("gave up after " + PATIENCE.toSeconds() + " s: " + last);
        return Optional.empty();
    }

    private static void nap(final long millis) {
        final long jitter = ThreadLocalRandom.current().nextLong(millis / 4 + 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis + jitter));
    }
}
