package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Pace PACE = new Pace(Duration.ofMillis(8), 8);

    @Test
    void shouldLetMoreComeAfterMany() {
        assertThat(restMillis(20, 3)).isEqualTo(5);
    }

    @Test
    void shouldWaitForNobodyWhereFewCome() {
        assertThat(restMillis(1, 0)).isZero();
        assertThat(restMillis(7, 0)).isZero();
    }

    @Test
    void shouldNotRestWhileFarBehind() {
        assertThat(restMillis(Pace.BEHIND, 0)).isZero();
    }

    @Test
    void shouldNotRestWhenTheWorkTookAsLong() {
        assertThat(restMillis(20, 8)).isZero();
        assertThat(restMillis(20, 1_000)).isZero();
    }

    @Test
    void shouldNotRestWithoutAPace() {
        assertThat(Pace.NONE.rest(20, 0)).isZero();
    }

    private static long restMillis(final int brought, final long millisAgo) {
        return Duration.ofNanos(PACE.rest(brought, Duration.ofMillis(millisAgo).toNanos()))
                .toMillis();
    }
}
