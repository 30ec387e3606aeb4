package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopTrial.kitchen;
import static io.millrace.coffeeshop.ShopTrial.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CoffeeshopCommand;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.StartWaiting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step in every state: what the order becomes, or which refusal it gets. A dash: nothing happens to it. */
class OrderStepsTest {

    @ParameterizedTest(name = "{0}: {1} leads to {2}")
    @CsvSource(textBlock = """
            waiting,   start,    COMPLETED
            waiting,   restock,  COMPLETED
            waiting,   open,     COMPLETED
            waiting,   close,    -
            waiting,   complete, WRONG_STATE
            waiting,   cancel,   CANCELED

            shut out,  start,    -
            shut out,  restock,  -
            shut out,  open,     COMPLETED
            shut out,  close,    -
            shut out,  complete, WRONG_STATE
            shut out,  cancel,   CANCELED

            short,     start,    -
            short,     restock,  COMPLETED
            short,     open,     -
            short,     close,    -
            short,     complete, WRONG_STATE
            short,     cancel,   CANCELED

            started,   start,    -
            started,   restock,  -
            started,   open,     -
            started,   close,    -
            started,   complete, COMPLETED
            started,   cancel,   PRODUCTION_STARTED

            handed,    start,    -
            handed,    restock,  -
            handed,    open,     -
            handed,    close,    -
            handed,    complete, WRONG_STATE
            handed,    cancel,   PRODUCTION_STARTED

            completed, start,    -
            completed, restock,  -
            completed, open,     -
            completed, close,    -
            completed, complete, WRONG_STATE
            completed, cancel,   PRODUCTION_STARTED

            canceled,  start,    -
            canceled,  restock,  -
            canceled,  open,     -
            canceled,  close,    -
            canceled,  complete, WRONG_STATE
            canceled,  cancel,   WRONG_STATE
            """)
    void shouldKnowWhatEachStepDoesInEachState(final String state, final String step, final String outcome) {
        final ShopTrial shop = in(state);
        final Order before = shop.order(1);

        shop.ask(step(step));

        switch (outcome) {
            case "WRONG_STATE" ->
                shop.desk()
                        .thenRefused(outcome)
                        .hinting("state", seenBy(step, before).name());
            case "PRODUCTION_STARTED" ->
                shop.desk()
                        .thenRefused(outcome)
                        .hinting("state", before.getStatus().name());
            default -> assertThat(shop.desk().events()).as("accepted").isNotNull();
        }
        shop.work(Integer.MAX_VALUE);
        final boolean changes = !outcome.equals("-") && !outcome.equals("WRONG_STATE");
        if (changes && !outcome.equals("PRODUCTION_STARTED")) {
            assertThat(shop.order(1).getStatus().name()).isEqualTo(outcome);
        } else {
            assertThat(shop.order(1)).isEqualTo(before);
        }
    }

    /** Whoever asks for the production is told of the production. */
    private static Enum<?> seenBy(final String step, final Order order) {
        return step.equals("complete") ? order.getProduction().getStatus() : order.getStatus();
    }

    private static ShopTrial in(final String state) {
        final CoffeeshopCommand stock = new AddStock("latte", 5L);
        final CoffeeshopCommand one = order("latte", 1);
        final ShopTrial shop = new ShopTrial();
        switch (state) {
            case "waiting" -> shop.settle(stock).ask(one).lose();
            case "shut out" -> shop.settle(stock, kitchen(Kitchen.CLOSED), one);
            case "short" -> shop.settle(stock, order("latte", 6));
            case "started" -> shop.settle(stock, kitchen(Kitchen.BARISTA), one);
            case "handed" -> shop.settle(stock, kitchen(Kitchen.BARISTA), one, new CompleteProduction(1L));
            case "completed" -> shop.settle(stock, one);
            case "canceled" -> shop.settle(one, new CancelOrder(1L), stock);
            default -> throw new IllegalArgumentException(state);
        }
        return shop;
    }

    private static CoffeeshopCommand step(final String name) {
        return switch (name) {
            case "start" -> new StartWaiting("latte");
            case "restock" -> new RestockProduct("latte", 5L);
            case "open" -> kitchen(Kitchen.AUTO);
            case "close" -> kitchen(Kitchen.CLOSED);
            case "complete" -> new CompleteProduction(1L);
            case "cancel" -> new CancelOrder(1L);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
