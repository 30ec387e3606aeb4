package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often one client may ask, by a clock of the test's own. */
class RatesTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void shouldLetABurstInThenSoManyASecondAndOthersAllTheTime() {
        final Rates rates = new Rates(10);
        assertThat(taken(rates, "ann", 0, 30)).isEqualTo(20);
        assertThat(taken(rates, "bob", 0, 5)).isEqualTo(5);
        assertThat(taken(rates, "ann", SECOND, 30)).isEqualTo(10);
        assertThat(taken(rates, "ann", SECOND + SECOND / 2, 30)).isEqualTo(5);
        assertThat(taken(rates, "ann", 100 * SECOND, 30)).as("after a pause").isEqualTo(20);
    }

    @Test
    void shouldForgetWhoDidNotAskForLong() {
        final Rates rates = new Rates(10);
        IntStream.range(0, 250_000)
                .forEach(n -> assertThat(rates.take("client " + n, n * SECOND)).isTrue());
        assertThat(rates.size()).isLessThanOrEqualTo(100_000);
    }

    private static long taken(final Rates rates, final String client, final long now, final int times) {
        return IntStream.range(0, times).filter(_ -> rates.take(client, now)).count();
    }
}
