package io.millrace.infra.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Many customers of the bank deposit as fast as they can, each time with their password, while some read what they have
 * with a session. Who comes while there is no room must be told so quickly, and who reads must not notice.
 */
public final class Storm {

    private static final int READERS = 4;
    private static final long LONGEST_MICROS = 60_000_000L;

    private final int port;
    private final Duration round;
    private final int callers;
    private final Consumer<String> progress;

    /** How long deposits took that were taken, and how long it took to be told to come again. */
    private final ConcurrentHistogram taken = new ConcurrentHistogram(LONGEST_MICROS, 3);

    private final ConcurrentHistogram toldToComeAgain = new ConcurrentHistogram(LONGEST_MICROS, 3);

    public Storm(final int port, final Duration round, final int callers, final Consumer<String> progress) {
        this.port = port;
        this.round = round;
        this.callers = callers;
        this.progress = progress;
    }

    public List<Line> run() throws Exception {
        progress.accept("customers open their accounts");
        final BankCrowd bank = BankCrowd.open(port, callers);
        final Crowd.Turn deposit = (caller, _, _) -> deposit(bank, caller);
        final Crowd crowd = new Crowd(port, Bench.CALL);
        progress.accept("warming up");
        crowd.forTime(READERS, round, bank::read);
        crowd.forTime(callers, round, deposit);
        taken.reset();
        toldToComeAgain.reset();
        final List<Line> lines = new ArrayList<>();
        progress.accept("reading in peace");
        lines.add(Line.of("read an account at rest", READERS, crowd.forTime(READERS, round, bank::read)));
        progress.accept(callers + " callers deposit, " + READERS + " read");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            final Future<Crowd.Run> reading = both.submit(() -> crowd.forTime(READERS, round, bank::read));
            final Future<Crowd.Run> storm = both.submit(() -> crowd.forTime(callers, round, deposit));
            lines.add(Line.of("read in the storm", READERS, reading.get()));
            final Duration took = storm.get().took();
            lines.add(Line.of("deposits taken", callers, new Crowd.Run(taken, took)));
            lines.add(Line.of("told to come again", callers, new Crowd.Run(toldToComeAgain, took)));
        }
        return lines;
    }

    /** Taken, or told to come again and when: anything else ends the run. */
    private void deposit(final BankCrowd bank, final Caller caller) throws IOException {
        final long before = System.nanoTime();
        final boolean wasTaken = bank.deposit(caller);
        (wasTaken ? taken : toldToComeAgain).recordValue((System.nanoTime() - before) / 1_000);
    }
}
