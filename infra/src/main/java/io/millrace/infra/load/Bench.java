package io.millrace.infra.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How fast the thing does what it exists for, beside the limit measured in the same run: figures drift with the
 * machine, their ratio doesn't. Callers share the machine with what they measure.
 */
public final class Bench {

    /** What can be measured. */
    public enum Measure {
        RAW,
        EMPTY,
        ORDER,
        LIFE,
        MYPAGE,
        PAIRS
    }

    /** One line of the report. */
    public record Line(String what, int callers, double perSecond, double p50, double p99, double max) {

        static Line of(final String what, final int callers, final Crowd.Run run) {
            return new Line(what, callers, run.perSecond(), run.millis(50), run.millis(99), run.millis(100));
        }
    }

    static final Duration CALL = Duration.ofSeconds(30);

    private static final int PAIRS = 10_000;

    private final int port;
    private final String bootstrap;
    private final Duration round;
    private final List<Integer> crowds;
    private final Set<Measure> wanted;
    private final Consumer<String> progress;

    public Bench(
            final int port,
            final String bootstrap,
            final Duration round,
            final List<Integer> crowds,
            final Set<Measure> wanted,
            final Consumer<String> progress) {
        this.port = port;
        this.bootstrap = bootstrap;
        this.round = round;
        this.crowds = List.copyOf(crowds);
        this.wanted = Set.copyOf(wanted);
        this.progress = progress;
    }

    public List<Line> run() throws IOException, InterruptedException {
        final List<Line> lines = new ArrayList<>();
        final CafeCrowd cafe = CafeCrowd.open(port);
        progress.accept("warming up");
        new Crowd(port, CALL).forTime(64, round.multipliedBy(2), cafe::order);
        try (RawRoundTrip raw = new RawRoundTrip(bootstrap)) {
            if (wanted.contains(Measure.RAW)) {
                raw.run(64, round);
            }
            for (final int callers : crowds) {
                progress.accept(callers + " callers");
                if (wanted.contains(Measure.RAW)) {
                    lines.add(Line.of("raw produce and consume", callers, raw.run(callers, round)));
                }
                crowd(callers, Measure.EMPTY, "an empty answer", CafeCrowd::nothing)
                        .ifPresent(lines::add);
                crowd(callers, Measure.ORDER, "place an order", cafe::order).ifPresent(lines::add);
                crowd(callers, Measure.LIFE, "a whole café life", cafe::life).ifPresent(lines::add);
                crowd(callers, Measure.MYPAGE, "read MyPage", cafe::myPage).ifPresent(lines::add);
            }
        }
        if (wanted.contains(Measure.PAIRS)) {
            progress.accept(PAIRS + " orders, each read with its token as soon as it was answered");
            final Pairs pairs = new Pairs(port, CALL);
            lines.add(Line.of("answer to its own row", 4, pairs.run(4, PAIRS / 2, cafe::orderOf)));
            lines.add(Line.of("answer to MyPage", 4, pairs.run(4, PAIRS / 2, cafe::pageOf)));
        }
        return lines;
    }

    private Optional<Line> crowd(final int callers, final Measure measure, final String what, final Crowd.Turn turn)
            throws InterruptedException {
        return wanted.contains(measure)
                ? Optional.of(Line.of(what, callers, new Crowd(port, CALL).forTime(callers, round, turn)))
                : Optional.empty();
    }

    /** The report as a table that reads well in a terminal and in Markdown. */
    public static String table(final List<Line> lines) {
        final StringBuilder table = new StringBuilder(
                "| what | callers | per second | median ms | p99 ms | longest ms |\n|---|--:|--:|--:|--:|--:|\n");
        for (final Line line : lines) {
            table.append("| %-23s | %5d | %9.0f | %8.2f | %8.2f | %8.1f |%n"
                    .formatted(line.what(), line.callers(), line.perSecond(), line.p50(), line.p99(), line.max()));
        }
        return table.toString();
    }
}
