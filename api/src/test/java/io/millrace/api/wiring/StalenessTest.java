package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How old what is shown is: nothing while all is done, and otherwise since what is done now was all there was. */
class StalenessTest {

    private final Staleness staleness = new Staleness();

    @Test
    void shouldBeFreshWhileNothingWaits() {
        look(0, 10, 0);
        look(1, 20, 0);
        assertThat(staleness.seconds()).isZero();
    }

    @Test
    void shouldGrowWhileNothingIsDone() {
        look(0, 10, 0);
        look(1, 10, 5);
        look(4, 10, 50);
        assertThat(staleness.seconds()).isEqualTo(4);
    }

    @Test
    void shouldShrinkAsFarAsItCatchesUp() {
        look(0, 10, 0);
        look(1, 10, 100);
        look(2, 10, 200);
        look(3, 10, 300);
        look(4, 115, 200);
        assertThat(staleness.seconds()).as("what was there at second 1 is done").isEqualTo(3);
        look(5, 215, 100);
        assertThat(staleness.seconds()).isEqualTo(3);
        look(6, 315, 0);
        assertThat(staleness.seconds()).isZero();
    }

    @Test
    void shouldRememberWhenItBeganHoweverLongItLasts() {
        for (int second = 0; second < 10_000; second++) {
            look(second, 10, second);
        }
        assertThat(staleness.seconds()).isGreaterThan(9_990);
    }

    private void look(final int second, final double done, final double waiting) {
        staleness.look(done, waiting, TimeUnit.SECONDS.toNanos(second));
    }
}
