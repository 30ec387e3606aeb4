package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopTrial.kitchen;
import static io.millrace.coffeeshop.ShopTrial.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Held;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Notice;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Step;
import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderStatus;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.StartWaiting;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoffeeshopPagesTest {

    private final BusinessDriver coffeeshop = new BusinessDriver(Coffeeshop.BUSINESS);
    private final Personal customers = Coffeeshop.BUSINESS.personals().getFirst();

    @AfterEach
    void close() {
        coffeeshop.close();
    }

    @Test
    void shouldShowEveryStepAndItsTimeOnMyPages() {
        coffeeshop.send("gangnam", kitchen(Kitchen.BARISTA));
        coffeeshop.send("gangnam", order("latte", 2));
        coffeeshop.later(Duration.ofMinutes(1));
        coffeeshop.send("gangnam", new AddStock("latte", 2L));
        coffeeshop.later(Duration.ofMinutes(1));
        coffeeshop.send("gangnam", new CompleteProduction(1L));
        coffeeshop.send("hongdae", order("mocha", 1));

        final List<Held<Order>> orders =
                coffeeshop.pages().person(customers, "HSI").list(ShopBooks.ORDERS, null, 10, true);

        assertThat(orders).extracting(held -> held.row().getDesk()).containsExactly("hongdae", "gangnam");
        assertThat(orders.getLast().value().getHistory())
                .containsExactly(
                        new Step("REQUESTED", DeskTrial.NOON),
                        new Step("OUT_OF_STOCK", DeskTrial.NOON),
                        new Step("MAKING", DeskTrial.NOON.plusSeconds(60)),
                        new Step("COMPLETED", DeskTrial.NOON.plusSeconds(120)));
    }

    @Test
    void shouldAnswerTheCounterBeforeTheKitchenDoesAnything() {
        coffeeshop.send("gangnam", new AddStock("latte", 5L));
        final Receipt receipt = coffeeshop.send("gangnam", order("latte", 1));
        assertThat(receipt.getResource())
                .isInstanceOfSatisfying(
                        Order.class, order -> assertThat(order.getStatus()).isEqualTo(OrderStatus.REQUESTED));
        assertThat(placed(1).value().getStatus()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void shouldSayThatTheKitchenFollowedFromTheOrder() {
        coffeeshop.send("gangnam", new AddStock("latte", 5L));
        coffeeshop.send("gangnam", order("latte", 1));
        final JournalEntry started = coffeeshop.journal().stream()
                .filter(entry -> entry.event() instanceof ProductionStarted)
                .findFirst()
                .orElseThrow();
        assertThat(started.getCause()).isEqualTo("coffeeshop/gangnam@2");
        assertThat(started.getCommandId()).isEqualTo("→coffeeshop/gangnam@2#0");
        assertThat(placed(1).row().getCommand()).isEqualTo("StartWaiting");
    }

    @Test
    void shouldStartNothingTwiceWhenACallComesAgain() {
        coffeeshop.send("gangnam", new AddStock("latte", 5L));
        coffeeshop.send("gangnam", order("latte", 1));
        final int events = coffeeshop.journal().size();
        final Receipt first = coffeeshop.receipts().stream()
                .filter(receipt -> receipt.getCommandId().equals("→coffeeshop/gangnam@2#0"))
                .findFirst()
                .orElseThrow();
        assertThat(coffeeshop.send("→coffeeshop/gangnam@2#0", "gangnam", new StartWaiting("latte")))
                .isEqualTo(first);
        assertThat(coffeeshop.journal()).hasSize(events);
    }

    @Test
    void shouldServeAThousandOrdersTakenWhileTheKitchenWasClosed() {
        coffeeshop.send("gangnam", kitchen(Kitchen.CLOSED));
        coffeeshop.send("gangnam", new AddStock("latte", 1_500L));
        for (int n = 0; n < 1_000; n++) {
            coffeeshop.send("gangnam", order("latte", 1));
        }
        coffeeshop.send("gangnam", kitchen(Kitchen.AUTO));

        assertThat(coffeeshop.pages().desk("gangnam").list(ShopBooks.ORDERS, null, 2_000, false))
                .hasSize(1_000)
                .allMatch(held -> held.value().getStatus() == OrderStatus.COMPLETED);
        assertThat(coffeeshop.pages().desk("gangnam").list(ShopBooks.STOCKS, null, 10, false))
                .extracting(held -> held.value().getQuantity())
                .containsExactly(500L);
        assertThat(coffeeshop.journal())
                .extracting(JournalEntry::getPayload)
                .filteredOn(ProductionStarted.class::isInstance)
                .extracting(event -> ((ProductionStarted) event).getNumber())
                .isSorted()
                .hasSize(1_000);
        assertThat(coffeeshop.quarantine()).isEmpty();
    }

    @Test
    void shouldTellCustomersInTheWordsOfTheHouse() {
        coffeeshop.send("gangnam", order("latte", 2));
        coffeeshop.send("gangnam", new AddStock("latte", 1L));
        coffeeshop.send("gangnam", new RestockProduct("latte", 1L));
        coffeeshop.send("gangnam", order("mocha", 1));
        coffeeshop.send("gangnam", new CancelOrder(2L));

        assertThat(coffeeshop.notices())
                .extracting(Notice::getMessage)
                .containsExactly(
                        CoffeeshopNotices.DELAYED,
                        CoffeeshopNotices.READY,
                        CoffeeshopNotices.DELAYED,
                        CoffeeshopNotices.CANCELED);
        assertThat(coffeeshop.pages().person(customers, "HSI").list(Pushes.SHELF, null, 10, false))
                .extracting(held -> held.value().getAbout())
                .containsExactly("orders/1", "orders/1", "orders/2", "orders/2");
    }

    @Test
    void shouldShowTheKitchenItsProductions() {
        coffeeshop.send("gangnam", order("latte", 2));
        assertThat(CoffeeshopPages.production(placed(1).value()))
                .isEqualTo(Map.of(
                        "number",
                        1L,
                        "order",
                        1L,
                        "customer",
                        "HSI",
                        "product",
                        "latte",
                        "quantity",
                        2L,
                        "status",
                        CoffeeshopPages.productionStatus(placed(1).value()),
                        "updatedAt",
                        DeskTrial.NOON));
    }

    private Held<Order> placed(final long number) {
        return coffeeshop
                .pages()
                .desk("gangnam")
                .find(ShopBooks.ORDERS, Shelf.numberId(number))
                .orElseThrow();
    }
}
