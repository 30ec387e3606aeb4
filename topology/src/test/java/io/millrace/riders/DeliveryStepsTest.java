package io.millrace.riders;

import static io.millrace.riders.Deliveries.accept;
import static io.millrace.riders.Deliveries.call;
import static io.millrace.riders.Deliveries.complete;
import static io.millrace.riders.Deliveries.pick;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Step;
import io.millrace.schemas.riders.CancelDelivery;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.testkit.DeskTrial;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step in every state, by the rider who has it (KIM) and by another: what becomes of the delivery, or why not. */
class DeliveryStepsTest {

    private static final Set<String> REFUSALS = Set.of("TAKEN", "NOT_YOURS", "WRONG_STATE");

    @ParameterizedTest(name = "{0}: {1} by the one, {2}, by another, {3}")
    @CsvSource(textBlock = """
            called,       accept,   ACCEPTED,    ACCEPTED
            called,       pick,     PICKED,      PICKED
            called,       complete, WRONG_STATE, WRONG_STATE
            called,       cancel,   CANCELED,    CANCELED

            accepted,     accept,   WRONG_STATE, TAKEN
            accepted,     pick,     PICKED,      NOT_YOURS
            accepted,     complete, COMPLETED,   NOT_YOURS
            accepted,     cancel,   CANCELED,    CANCELED

            picked,       accept,   WRONG_STATE, TAKEN
            picked,       pick,     WRONG_STATE, NOT_YOURS
            picked,       complete, COMPLETED,   NOT_YOURS
            picked,       cancel,   WRONG_STATE, WRONG_STATE

            completed,    accept,   WRONG_STATE, TAKEN
            completed,    pick,     WRONG_STATE, NOT_YOURS
            completed,    complete, WRONG_STATE, NOT_YOURS
            completed,    cancel,   WRONG_STATE, WRONG_STATE

            canceled,     accept,   WRONG_STATE, WRONG_STATE
            canceled,     pick,     WRONG_STATE, WRONG_STATE
            canceled,     complete, WRONG_STATE, WRONG_STATE
            canceled,     cancel,   WRONG_STATE, WRONG_STATE

            called off,   accept,   WRONG_STATE, WRONG_STATE
            called off,   pick,     WRONG_STATE, WRONG_STATE
            called off,   complete, WRONG_STATE, WRONG_STATE
            called off,   cancel,   WRONG_STATE, WRONG_STATE
            """)
    void shouldKnowWhatEachStepDoesInEachState(
            final String state, final String step, final String byTheOne, final String byAnother) {
        check(state, step(step, "KIM"), byTheOne);
        check(state, step(step, "LEE"), byAnother);
    }

    private static void check(final String state, final RidersCommand step, final String outcome) {
        final DeskTrial trial = in(state);
        final Delivery before = delivery(trial);

        trial.when(step);

        if (REFUSALS.contains(outcome)) {
            trial.thenRefused(outcome).hinting("state", before.getStatus().name());
            assertThat(delivery(trial)).isEqualTo(before);
        } else {
            assertThat(trial.shown(Delivery.class)).isEqualTo(delivery(trial));
            assertThat(delivery(trial).getStatus().name()).isEqualTo(outcome);
            assertThat(delivery(trial).getHistory())
                    .hasSize(before.getHistory().size() + 1)
                    .startsWith(before.getHistory().toArray(new Step[0]));
        }
    }

    private static Delivery delivery(final DeskTrial trial) {
        return trial.books().find(ZoneBooks.DELIVERIES, 1).orElseThrow();
    }

    private static DeskTrial in(final String state) {
        final DeskTrial trial = DeskTrial.at(Riders.BUSINESS, "gangnam").given(call("bonjuk", 4000));
        return switch (state) {
            case "called" -> trial;
            case "accepted" -> trial.given(accept(1, "KIM"));
            case "picked" -> trial.given(accept(1, "KIM"), pick(1, "KIM"));
            case "completed" -> trial.given(pick(1, "KIM"), complete(1, "KIM"));
            case "canceled" -> trial.given(new CancelDelivery(1L));
            case "called off" -> trial.given(accept(1, "KIM"), new CancelDelivery(1L));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static RidersCommand step(final String name, final String rider) {
        return switch (name) {
            case "accept" -> accept(1, rider);
            case "pick" -> pick(1, rider);
            case "complete" -> complete(1, rider);
            case "cancel" -> new CancelDelivery(1L);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
