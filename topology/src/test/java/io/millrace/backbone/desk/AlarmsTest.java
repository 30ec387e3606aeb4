package io.millrace.backbone.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cafe.Cafe;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.Want;
import io.millrace.testkit.BusinessDriver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crowd placed orders and nobody paid: all of them ring at once, and callers must not wait behind them. */
class AlarmsTest {

    private static final int UNPAID = 2 * AlarmClock.MANY + 10;

    private static final Duration DUE = Duration.ofMinutes(10);

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);

    @BeforeEach
    void place() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 1_000L));
        for (int order = 0; order < UNPAID; order++) {
            cafe.send("gangnam", new PlaceOrder("HSI", OrderType.TAKEOUT, List.of(new Want("latte", 1L))));
        }
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldRingOnlySoManyBeforeCallersHaveTheirTurn() {
        cafe.later(DUE);

        assertThat(canceled()).isEqualTo(AlarmClock.MANY);
    }

    @Test
    void shouldRingOnAsSoonAsThoseAreWorkedOff() {
        cafe.later(DUE);
        cafe.later(A_MOMENT);
        assertThat(canceled()).isEqualTo(2 * AlarmClock.MANY);

        cafe.later(A_MOMENT);
        assertThat(canceled()).isEqualTo(UNPAID);
    }

    private long canceled() {
        return cafe.journal().stream()
                .filter(entry -> entry.event() instanceof OrderCanceled)
                .count();
    }
}
