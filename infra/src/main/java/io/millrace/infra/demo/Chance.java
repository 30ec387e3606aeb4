package io.millrace.infra.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What falls to somebody by chance; the same again for the same seed. */
final class Chance {

    private final Random random;

    Chance(final long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(final List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The first ones more often than the last: some things are liked by everybody. */
    <T> T likelyOf(final List<T> all) {
        final double skewed = Math.pow(random.nextDouble(), 1.8);
        return all.get((int) (skewed * all.size()));
    }

    boolean in100(final int times) {
        return random.nextInt(100) < times;
    }

    int between(final int least, final int most) {
        return random.nextInt(least, most + 1);
    }

    /** Around so many milliseconds, as people are: seldom exactly. */
    Duration about(final long millis) {
        return Duration.ofMillis((long) (millis * (0.5 + random.nextDouble())));
    }
}
