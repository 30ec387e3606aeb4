package io.millrace.infra.siege;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * As a good client asks: again with the same key when it was cut off or told to come later; as late as it was told, and
 * not at the same moment as everybody else. A command that was taken it doesn't send again: it asks for its receipt.
 */
final class Patiently {

    @FunctionalInterface
    interface Request {
        Answer send(Caller caller) throws IOException;
    }

    /** Then a caller gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long CUT_OFF_MILLIS = 100;
    private static final long RECEIPT_MILLIS = 1_000;

    /** Of our own: the receipt isn't there. */
    private static final int NOT_YET = 0;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
        Request next = request;
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            try {
                final Answer answer = next.send(caller);
                switch (answer.status()) {
                    case 202 -> {
                        ledger.later.increment();
                        final String receipt = answer.header("Location").orElseThrow();
                        next = it -> outcome(it.get(receipt));
                    }
                    case NOT_YET -> nap(RECEIPT_MILLIS);
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

    /** What the command came to, as if it had been answered with that. */
    private static Answer outcome(final Answer receipt) {
        if (receipt.status() == 404) {
            return new Answer(NOT_YET, receipt.headers(), receipt.body());
        }
        if (receipt.status() != 200) {
            return receipt;
        }
        final JsonNode told = MAPPER.readTree(receipt.body());
        return new Answer(
                told.path("status").asInt(),
                receipt.headers(),
                told.path("body").toString());
    }

    private static void nap(final long millis) {
        final long jitter = ThreadLocalRandom.current().nextLong(millis / 4 + 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis + jitter));
    }
}
