package io.millrace.infra.load;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A logarithmic scale over whole powers of ten. */
record Scale(int from, int to) {

    /** The least that is still told apart from nothing. */
    private static final double LEAST = 0.001;

    static Scale over(final double... values) {
        final double least = Arrays.stream(values).min().orElse(1);
        final double most = Arrays.stream(values).max().orElse(1);
        final int from = (int) Math.floor(log(least));
        return new Scale(from, Math.max(from + 1, (int) Math.ceil(log(most))));
    }

    /** Where a value is, from 0 to 1. */
    double at(final double value) {
        return (log(value) - from) / (to - from);
    }

    double[] ticks() {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(power -> Math.pow(10, power))
                .toArray();
    }

    private static double log(final double value) {
        return Math.log10(Math.max(LEAST, value));
    }
}
