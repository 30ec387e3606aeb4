package io.millrace.cafe;

import static io.millrace.cafe.Orders.DELIVERY;
import static io.millrace.cafe.Orders.TAKEOUT;
import static io.millrace.cafe.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CafeCommand;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.CancelPayment;
import io.millrace.schemas.cafe.CompleteDelivery;
import io.millrace.schemas.cafe.CompleteProduction;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.ExpirePayment;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RemoveItem;
import io.millrace.schemas.cafe.SetHouseRules;
import io.millrace.schemas.cafe.StartDelivery;
import io.millrace.testkit.DeskTrial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step in every state: what the order becomes, or which refusal it gets. A dash: nothing happens. */
class OrderStepsTest {

    @ParameterizedTest(name = "{0}: {1} leads to {2}")
    @CsvSource(textBlock = """
            placed,     approve,        MAKING
            placed,     cancel payment, CANCELED
            placed,     cancel,         CANCELED
            placed,     expire,         CANCELED
            placed,     make,           WRONG_STATE
            placed,     leave,          WRONG_STATE
            placed,     arrive,         WRONG_STATE

            paid,       approve,        WRONG_STATE
            paid,       cancel payment, CANCELED
            paid,       cancel,         CANCELED
            paid,       expire,         -
            paid,       make,           COMPLETED
            paid,       leave,          WRONG_STATE
            paid,       arrive,         WRONG_STATE

            ready,      approve,        WRONG_STATE
            ready,      cancel payment, WRONG_STATE
            ready,      cancel,         TOO_LATE
            ready,      expire,         -
            ready,      make,           WRONG_STATE
            ready,      leave,          WRONG_STATE
            ready,      arrive,         WRONG_STATE

            waiting,    approve,        WRONG_STATE
            waiting,    cancel payment, WRONG_STATE
            waiting,    cancel,         TOO_LATE
            waiting,    expire,         -
            waiting,    make,           WRONG_STATE
            waiting,    leave,          DELIVERY_IN_PROGRESS
            waiting,    arrive,         WRONG_STATE

            on its way, approve,        WRONG_STATE
            on its way, cancel payment, WRONG_STATE
            on its way, cancel,         TOO_LATE
            on its way, expire,         -
            on its way, make,           WRONG_STATE
            on its way, leave,          WRONG_STATE
            on its way, arrive,         DELIVERY_COMPLETED

            delivered,  approve,        WRONG_STATE
            delivered,  cancel payment, WRONG_STATE
            delivered,  cancel,         TOO_LATE
            delivered,  expire,         -
            delivered,  make,           WRONG_STATE
            delivered,  leave,          WRONG_STATE
            delivered,  arrive,         WRONG_STATE

            canceled,   approve,        WRONG_STATE
            canceled,   cancel payment, WRONG_STATE
            canceled,   cancel,         ALREADY_CANCELED
            canceled,   expire,         -
            canceled,   make,           WRONG_STATE
            canceled,   leave,          WRONG_STATE
            canceled,   arrive,         WRONG_STATE

            gone,       approve,        WRONG_STATE
            gone,       cancel payment, WRONG_STATE
            gone,       cancel,         ALREADY_CANCELED
            gone,       expire,         -
            gone,       make,           WRONG_STATE
            gone,       leave,          WRONG_STATE
            gone,       arrive,         WRONG_STATE
            """)
    void shouldKnowWhatEachStepDoesInEachState(final String state, final String step, final String outcome) {
        final DeskTrial trial = in(state);
        final var before = trial.books().find(ShopBooks.ORDERS, 1);
        final long stock = stock(trial);

        trial.when(step(step));

        final String now = trial.books()
                .find(ShopBooks.ORDERS, 1)
                .orElseThrow()
                .getStatus()
                .name();
        switch (outcome) {
            case "-" -> trial.then();
            case "WRONG_STATE", "TOO_LATE", "ALREADY_CANCELED" -> {
                trial.thenRefused(outcome).hinting("state", now);
                assertThat(trial.books().find(ShopBooks.ORDERS, 1)).isEqualTo(before);
            }
            default -> assertThat(now).isEqualTo(outcome);
        }
        assertThat(stock(trial)).as("stock").isEqualTo(outcome.equals("CANCELED") ? stock + 2 : stock);
    }

    private static DeskTrial in(final String state) {
        final DeskTrial trial = DeskTrial.at(Cafe.BUSINESS, "gangnam")
                .given(new RegisterItem("latte", "Latte", 4500L, 10L), new RegisterItem("tea", "Tea", 4000L, 10L));
        final CafeCommand takeout = order("HSI", TAKEOUT, "latte", 2);
        final CafeCommand delivery = order("HSI", DELIVERY, "latte", 2);
        final CafeCommand rider = new SetHouseRules(null, Dispatch.RIDER, "PT10M");
        final CafeCommand paid = new ApprovePayment(1L);
        final CafeCommand made = new CompleteProduction(1L);
        return switch (state) {
            case "placed" -> trial.given(takeout);
            case "paid" -> trial.given(takeout, paid);
            case "ready" -> trial.given(takeout, paid, made);
            case "waiting" -> trial.given(rider, delivery, paid, made);
            case "on its way" -> trial.given(delivery, paid, made);
            case "delivered" -> trial.given(delivery, paid, made, new CompleteDelivery(1L));
            case "canceled" -> trial.given(takeout, new CancelOrder(1L));
            case "gone" -> trial.given(order("HSI", TAKEOUT, "tea", 1), new RemoveItem("tea"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static CafeCommand step(final String name) {
        return switch (name) {
            case "approve" -> new ApprovePayment(1L);
            case "cancel payment" -> new CancelPayment(1L);
            case "cancel" -> new CancelOrder(1L);
            case "expire" -> new ExpirePayment(1L);
            case "make" -> new CompleteProduction(1L);
            case "leave" -> new StartDelivery(1L);
            case "arrive" -> new CompleteDelivery(1L);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long stock(final DeskTrial trial) {
        return trial.books().find(ShopBooks.ITEMS, "latte").map(Item::getStock).orElseThrow();
    }
}
