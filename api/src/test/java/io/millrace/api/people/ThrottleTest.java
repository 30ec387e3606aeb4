package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final String HOME = "10.0.0.1";

    private final Hands clock = new Hands();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void shouldCostNothingToMistypeAFewTimes() {
        fail("ann", HOME, 10);
        assertThat(throttle.wait("ann", HOME)).isZero();
    }

    @Test
    void shouldMakeWhoGoesOnWaitLongerAndLonger() {
        fail("ann", HOME, 11);
        assertThat(throttle.wait("ann", HOME)).hasSeconds(1);
        fail("ann", HOME, 1);
        assertThat(throttle.wait("ann", HOME)).hasSeconds(2);
        fail("ann", HOME, 3);
        assertThat(throttle.wait("ann", HOME)).hasSeconds(16);
        fail("ann", HOME, 90);
        assertThat(throttle.wait("ann", HOME)).hasSeconds(60);
        clock.forward(Duration.ofSeconds(60));
        assertThat(throttle.wait("ann", HOME)).isZero();
    }

    @Test
    void shouldNotMakeTheWaitLongerForAsking() {
        fail("ann", HOME, 11);
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.wait("ann", HOME)).hasSeconds(1);
        }
    }

    @Test
    void shouldForgetFailuresOnceItWasTheRightOneAndInTime() {
        fail("ann", HOME, 10);
        throttle.succeeded("ann", HOME);
        fail("ann", HOME, 10);
        assertThat(throttle.wait("ann", HOME)).isZero();
        clock.forward(Duration.ofMinutes(10));
        fail("ann", HOME, 10);
        assertThat(throttle.wait("ann", HOME)).isZero();
    }

    @Test
    void shouldNotLockOutWhoWasHereBefore() {
        throttle.succeeded("ann", HOME);
        for (int i = 0; i < 1_000; i++) {
            throttle.failed("ann", "10.6.0." + i);
        }
        assertThat(throttle.wait("ann", HOME)).isZero();
        assertThat(throttle.wait("ann", "10.6.6.6")).as("somebody new").hasSeconds(10);
        clock.forward(Duration.ofSeconds(10));
        assertThat(throttle.wait("ann", "10.6.6.6")).as("not for ever").isZero();
    }

    @Test
    void shouldSlowDownAnAddressThatTriesEverybody() {
        for (int i = 0; i < 200; i++) {
            throttle.failed("person" + i, HOME);
        }
        assertThat(throttle.wait("somebody", HOME)).isZero();
        fail("another", HOME, 4);
        assertThat(throttle.wait("somebody", HOME)).isPositive();
        assertThat(throttle.wait("somebody", "10.0.0.2")).isZero();
    }

    @Test
    void shouldRememberOnlySoMany() {
        final Bounded<Integer> bounded = new Bounded<>();
        for (int i = 0; i < Bounded.MOST + 100; i++) {
            bounded.change("name" + i, _ -> 1);
            bounded.get("name0");
        }
        assertThat(bounded.size()).isEqualTo(Bounded.MOST);
        assertThat(bounded.get("name0")).as("was of use last").isPresent();
        assertThat(bounded.get("name1")).isEmpty();
    }

    private void fail(final String person, final String address, final int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(person, address);
        }
    }
}
