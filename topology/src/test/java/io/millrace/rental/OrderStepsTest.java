package io.millrace.rental;

import static io.millrace.rental.Depots.MANAGER;
import static io.millrace.rental.Depots.PAUSED;
import static io.millrace.rental.Depots.approve;
import static io.millrace.rental.Depots.cancel;
import static io.millrace.rental.Depots.equipment;
import static io.millrace.rental.Depots.giveBack;
import static io.millrace.rental.Depots.order;
import static io.millrace.rental.Depots.reject;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.RentalCommand;
import io.millrace.testkit.DeskTrial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step in every state: what the order and its approval become, or that it is refused, and what is on hand. */
class OrderStepsTest {

    @ParameterizedTest(name = "{0}: {1} leads to {2}")
    @CsvSource(textBlock = """
            with a manager, approve, APPROVED/APPROVED,   3
            with a manager, reject,  REJECTED/REJECTED,   5
            with a manager, cancel,  CANCELLED/CANCELLED, 5
            with a manager, return,  WRONG_STATE,         5

            in a pause,     approve, APPROVED/APPROVED,   3
            in a pause,     reject,  REJECTED/REJECTED,   5
            in a pause,     cancel,  CANCELLED/CANCELLED, 5
            in a pause,     return,  WRONG_STATE,         5

            approved,       approve, WRONG_STATE,         3
            approved,       reject,  WRONG_STATE,         3
            approved,       cancel,  CANCELLED/CANCELLED, 5
            approved,       return,  RETURNED/APPROVED,   5

            at once,        approve, WRONG_STATE,         3
            at once,        reject,  WRONG_STATE,         3
            at once,        cancel,  CANCELLED/CANCELLED, 5
            at once,        return,  RETURNED/APPROVED,   5

            rejected,       approve, WRONG_STATE,         5
            rejected,       reject,  WRONG_STATE,         5
            rejected,       cancel,  WRONG_STATE,         5
            rejected,       return,  WRONG_STATE,         5

            cancelled,      approve, WRONG_STATE,         5
            cancelled,      reject,  WRONG_STATE,         5
            cancelled,      cancel,  WRONG_STATE,         5
            cancelled,      return,  WRONG_STATE,         5

            returned,       approve, WRONG_STATE,         5
            returned,       reject,  WRONG_STATE,         5
            returned,       cancel,  WRONG_STATE,         5
            returned,       return,  WRONG_STATE,         5
            """)
    void shouldKnowWhatEachStepDoesInEachState(
            final String state, final String step, final String outcome, final long onHand) {
        final DeskTrial trial = in(state);
        final Order before = order(trial.books(), 1);

        trial.when(step(step));

        final Order now = order(trial.books(), 1);
        if (outcome.equals("WRONG_STATE")) {
            trial.thenRefused(outcome).hinting("state", before.getStatus().name());
            assertThat(now).isEqualTo(before);
        } else {
            assertThat(now.getStatus() + "/" + now.getApproval().getStatus()).isEqualTo(outcome);
            assertThat(now.getHistory()).hasSize(before.getHistory().size() + 1);
        }
        assertThat(equipment(trial.books(), "drill").getStock()).as("on hand").isEqualTo(onHand);
    }

    private static DeskTrial in(final String state) {
        final DeskTrial trial = DeskTrial.at(Rental.BUSINESS, "seoul").given(equipment("drill", 5));
        final RentalCommand order = order("HSI", "drill", 2);
        return switch (state) {
            case "with a manager" -> trial.given(MANAGER, order);
            case "in a pause" -> trial.given(PAUSED, order);
            case "approved" -> trial.given(MANAGER, order, approve(1));
            case "at once" -> trial.given(order);
            case "rejected" -> trial.given(MANAGER, order, reject(1));
            case "cancelled" -> trial.given(order, cancel(1));
            case "returned" -> trial.given(order, giveBack(1));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static RentalCommand step(final String name) {
        return switch (name) {
            case "approve" -> approve(1);
            case "reject" -> reject(1);
            case "cancel" -> cancel(1);
            case "return" -> giveBack(1);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
