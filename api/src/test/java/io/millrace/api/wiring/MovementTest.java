package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.wiring.Movement.Look;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MovementTest {

    private final Movement movement = new Movement();

    @Test
    void shouldCatchAThreadThatDoesNotComeBackToItsConsumer() {
        look(0, new Look(true, 0.1, 0, 10));
        look(31, new Look(true, 31, 0, 10));

        assertThat(movement.stuck()).contains("31 s");
    }

    @Test
    void shouldCatchAStandstillWhileInputWaits() {
        look(0, new Look(true, 0.1, 5, 10));
        look(59, new Look(true, 0.1, 7, 10));
        assertThat(movement.stuck()).isNull();
        look(61, new Look(true, 0.1, 9, 10));

        assertThat(movement.stuck()).contains("9 records wait");
    }

    @Test
    void shouldForgiveWhoMovesAgain() {
        look(0, new Look(true, 0.1, 5, 10));
        look(61, new Look(true, 0.1, 9, 10));
        look(62, new Look(true, 0.1, 8, 11));

        assertThat(movement.stuck()).isNull();
    }

    @Test
    void shouldLetALongRebalanceTakeItsTime() {
        look(0, new Look(false, 0.1, 5, 10));
        look(300, new Look(false, 0.1, 5, 10));
        look(330, new Look(true, 0.1, 5, 10));

        assertThat(movement.stuck()).isNull();
    }

    @Test
    void shouldLetAnIdleApplicationBeIdle() {
        look(0, new Look(true, 0.1, 1, 10));
        look(3_600, new Look(true, 0.1, 1, 10));

        assertThat(movement.stuck()).isNull();
    }

    private void look(final long second, final Look look) {
        movement.look(look, TimeUnit.SECONDS.toNanos(second));
    }
}
