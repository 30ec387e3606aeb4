package io.millrace.infra.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One line of a report. How many a second is that of the middle round, beside the slowest and the fastest of them; how
 * long it took is of all rounds together.
 */
public record Line(
        String what,
        int callers,
        double perSecond,
        double slowest,
        double fastest,
        double p50,
        double p99,
        double max) {

    private static final int DIGITS = 3;

    static Line of(final String what, final int callers, final Crowd.Run only) {
        return of(what, callers, List.of(only));
    }

    static Line of(final String what, final int callers, final List<Crowd.Run> rounds) {
        final Histogram all = new Histogram(DIGITS);
        rounds.forEach(it -> all.add(it.micros()));
        final double[] perSecond =
                rounds.stream().mapToDouble(Crowd.Run::perSecond).sorted().toArray();
        return new Line(
                what,
                callers,
                perSecond[perSecond.length / 2],
                perSecond[0],
                perSecond[perSecond.length - 1],
                millis(all, 50),
                millis(all, 99),
                millis(all, 100));
    }

    private static double millis(final Histogram micros, final double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
