package io.millrace.api.people;

import java.time.Duration;
import java.time.Instant;

/** Failures by what they have in common: some are free, each one more makes the wait before the next try longer. */
final class Strikes {

    /** {@code free} cost nothing, and one is forgiven {@code each} time; waits double from the first to the longest. */
    record Rule(int free, Duration each, Duration first, Duration longest) {

        private Duration waitAfter(final double strikes) {
            if (strikes <= free) {
                return Duration.ZERO;
            }
            final int doubled = (int) Math.min(20, Math.ceil(strikes - free) - 1);
            final Duration wait = first.multipliedBy(1L << doubled);
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }

    private record Strike(double many, Instant last, Instant until) {}

    private final Rule rule;
    private final Bounded<Strike> strikes = new Bounded<>();

    Strikes(final Rule rule) {
        this.rule = rule;
    }

    Duration wait(final String whose, final Instant now) {
        return strikes.get(whose)
                .map(strike -> Duration.between(now, strike.until()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    void add(final String whose, final Instant now) {
        strikes.change(whose, before -> {
            final double many = 1 + (before == null ? 0 : left(before, now));
            return new Strike(many, now, now.plus(rule.waitAfter(many)));
        });
    }

    void clear(final String whose) {
        strikes.remove(whose);
    }

    private double left(final Strike strike, final Instant now) {
        final double forgiven = (double) Duration.between(strike.last(), now).toMillis()
                / rule.each().toMillis();
        return Math.max(0, strike.many() - Math.max(0, forgiven));
    }
}
