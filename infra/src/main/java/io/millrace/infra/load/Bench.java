package io.millrace.infra.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * How fast the thing does what it exists for, beside the limits measured in the same run: figures drift with the
 * machine, their ratio doesn't. Everything is measured once a round, so that a slow moment spoils no figure alone.
 * Callers share the machine with what they measure.
 */
public final class Bench {

    /** What can be measured. */
    public enum Measure {
        RAW,
        ECHO,
        EMPTY,
        DESK,
        ORDER,
        LIFE,
        READ,
        MYPAGE,
        DEPOSIT,
        ACCOUNT,
        PAIRS
    }

    /** Where, what, by how many callers, how often and how long. At {@code rate} orders a second, unless that is 0. */
    public record Plan(
            int port,
            String bootstrap,
            Set<Measure> wanted,
            List<Integer> crowds,
            int rounds,
            Duration round,
            double rate) {

        public Plan {
            wanted = Set.copyOf(wanted);
            crowds = List.copyOf(crowds);
        }
    }

    static final Duration CALL = Duration.ofSeconds(90);

    private static final int PAIRS = 10_000;

    /** Signing in is heavy on purpose: what more would wait for their turn says nothing but that. */
    private static final int MOST_DEPOSITING = 100;

    private final Plan plan;
    private final Consumer<String> progress;
    private final Crowd crowd;

    public Bench(final Plan plan, final Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        this.crowd = new Crowd(plan.port(), CALL);
    }

    @FunctionalInterface
    private interface Taking {
        Crowd.Run by(int callers) throws Exception;
    }

    private record Step(Measure measure, String what, Taking taking) {}

    private record Cell(String what, int callers) {}

    public Report run() throws Exception {
        progress.accept("warming up");
        final CafeCrowd cafe = CafeCrowd.open(plan.port());
        crowd.forTime(CafeCrowd.CUSTOMERS, plan.round().multipliedBy(2), cafe::order);
        final Map<Cell, List<Crowd.Run>> runs = new LinkedHashMap<>();
        try (RoundTrip raw = RoundTrip.direct(plan.bootstrap());
                RoundTrip echo = RoundTrip.echoed(plan.bootstrap());
                RoundTrip desk = RoundTrip.ruled(plan.bootstrap(), cafe)) {
            final List<Step> steps = steps(cafe, raw, echo, desk);
            for (int round = 1; round <= plan.rounds(); round++) {
                for (final int callers : plan.crowds()) {
                    for (final Step step : steps) {
                        if (bears(step.measure(), callers)) {
                            progress.accept("round " + round + ": " + step.what() + ", callers: " + callers);
                            runs.computeIfAbsent(new Cell(step.what(), callers), _ -> new ArrayList<>())
                                    .add(step.taking().by(callers));
                        }
                    }
                }
            }
        }
        final List<Line> lines = new ArrayList<>();
        runs.forEach((cell, taken) -> lines.add(Line.of(cell.what(), cell.callers(), taken)));
        if (plan.wanted().contains(Measure.PAIRS)) {
            lines.addAll(pairs(cafe));
        }
        return Report.of(lines);
    }

    private List<Step> steps(final CafeCrowd cafe, final RoundTrip raw, final RoundTrip echo, final RoundTrip desk)
            throws Exception {
        final List<Step> all = new ArrayList<>(List.of(
                new Step(Measure.RAW, Report.RAW, callers -> raw.run(callers, plan.round())),
                new Step(Measure.ECHO, "transactional echo", callers -> echo.run(callers, plan.round())),
                crowding(Measure.EMPTY, "an empty answer", CafeCrowd::nothing),
                // before what is written, which keeps the pages busy for a while
                crowding(Measure.READ, "read an order", cafe::read),
                crowding(Measure.MYPAGE, "read MyPage", cafe::myPage),
                new Step(Measure.DESK, "order at the desk, no HTTP", callers -> desk.run(callers, plan.round())),
                new Step(Measure.ORDER, "place an order", callers -> orders(cafe, callers)),
                crowding(Measure.LIFE, "a whole café life", cafe::life)));
        if (plan.wanted().contains(Measure.DEPOSIT) || plan.wanted().contains(Measure.ACCOUNT)) {
            final BankCrowd bank = BankCrowd.open(plan.port(), Collections.max(plan.crowds()));
            all.add(crowding(Measure.DEPOSIT, "deposit, with password", (caller, _, _) -> untilTaken(bank, caller)));
            all.add(crowding(Measure.ACCOUNT, "read an account", bank::read));
        }
        return all.stream()
                .filter(step -> plan.wanted().contains(step.measure()))
                .toList();
    }

    private Step crowding(final Measure measure, final String what, final Crowd.Turn turn) {
        return new Step(measure, what, callers -> crowd.forTime(callers, plan.round(), turn));
    }

    private Crowd.Run orders(final CafeCrowd cafe, final int callers) throws InterruptedException {
        return plan.rate() > 0
                ? crowd.atRate(callers, plan.rate(), plan.round(), cafe::order)
                : crowd.forTime(callers, plan.round(), cafe::order);
    }

    /** Who is told to come again does so, as a good client; all of that is how long it took. */
    private static void untilTaken(final BankCrowd bank, final Caller caller) throws Exception {
        while (!bank.deposit(caller)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private List<Line> pairs(final CafeCrowd cafe) throws InterruptedException {
        progress.accept(PAIRS + " orders, each read with its token as soon as it was answered");
        final Pairs pairs = new Pairs(plan.port(), CALL);
        return List.of(
                Line.of("answer to its own row", 4, pairs.run(4, PAIRS / 2, cafe::orderOf)),
                Line.of("answer to MyPage", 4, pairs.run(4, PAIRS / 2, cafe::pageOf)));
    }

    /** How often progress is told. */
    public static int steps(final Plan plan) {
        int steps = plan.wanted().contains(Measure.PAIRS) ? 2 : 1;
        for (final int callers : plan.crowds()) {
            for (final Measure measure : plan.wanted()) {
                steps += measure != Measure.PAIRS && bears(measure, callers) ? plan.rounds() : 0;
            }
        }
        return steps;
    }

    private static boolean bears(final Measure measure, final int callers) {
        return measure != Measure.DEPOSIT || callers <= MOST_DEPOSITING;
    }
}
