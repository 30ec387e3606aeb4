package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopTrial.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.House;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.OrderStatus;
import io.millrace.schemas.coffeeshop.PlaceOrder;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.ProductionStatus;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.SetHouseRules;
import io.millrace.schemas.coffeeshop.StartWaiting;
import io.millrace.schemas.coffeeshop.Stock;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRanOut;
import io.millrace.schemas.coffeeshop.StockRegistered;
import io.millrace.schemas.coffeeshop.VisitQueues;
import io.millrace.testkit.DeskTrial;
import org.junit.jupiter.api.Test;

class ShopDeskTest {

    private final DeskTrial shop = DeskTrial.at(Coffeeshop.BUSINESS, "gangnam");

    @Test
    void shouldTakeAnOrderOfWhatWasNeverOnStock() {
        shop.when(order("latte", 10_000)).then(new OrderPlaced(1L, "HSI", "latte", 10_000L, null));
        final Order order = shop.shown(Order.class);
        assertThat(order.getStatus()).isEqualTo(OrderStatus.REQUESTED);
        assertThat(order.getProduction().getStatus()).isEqualTo(ProductionStatus.WAITING);
        assertThat(order.getHistory()).extracting(step -> step.getStatus()).containsExactly("REQUESTED");
        assertThat(order.getPlacedAt()).isEqualTo(DeskTrial.NOON);
    }

    @Test
    void shouldAddToWhatIsOnStock() {
        shop.when(new AddStock("latte", 5L)).then(new StockRegistered("latte", 5L));
        shop.when(new AddStock("latte", 2L)).then(new StockAdded("latte", 2L));
        shop.when(new RestockProduct("latte", 3L)).then(new StockAdded("latte", 3L));
        assertThat(shop.shown(Stock.class)).isEqualTo(new Stock("latte", 10L, DeskTrial.NOON));
    }

    @Test
    void shouldSayWhatIsNotThere() {
        shop.when(new RestockProduct("latte", 1L)).thenRefused("NOT_FOUND");
        shop.when(new CancelOrder(1L)).thenRefused("NOT_FOUND");
        shop.when(new CompleteProduction(1L)).thenRefused("NOT_FOUND");
    }

    @Test
    void shouldRefuseToCancelWhatIsStarted() {
        shop.given(new SetHouseRules(null, Kitchen.BARISTA), new AddStock("latte", 1L), order("latte", 1))
                .given(new StartWaiting("latte"))
                .when(new CancelOrder(1L))
                .thenRefused("PRODUCTION_STARTED")
                .hinting("state", "MAKING");
    }

    @Test
    void shouldRefuseToCancelTwice() {
        shop.given(order("latte", 1), new CancelOrder(1L))
                .when(new CancelOrder(1L))
                .thenRefused("WRONG_STATE")
                .hinting("state", "CANCELED");
    }

    @Test
    void shouldRefuseToCompleteWhatIsNotStarted() {
        shop.given(order("latte", 1))
                .when(new CompleteProduction(1L))
                .thenRefused("WRONG_STATE")
                .hinting("state", "WAITING");
    }

    @Test
    void shouldRefuseValuesOutOfRangeWhoeverSendsThem() {
        shop.when(order("latte", 0)).thenRefused("MALFORMED");
        shop.when(order("latte", 10_001)).thenRefused("MALFORMED");
        shop.when(order("Caffè", 1)).thenRefused("MALFORMED");
        shop.when(new PlaceOrder("nobody at all", "latte", 1L)).thenRefused("MALFORMED");
        shop.when(new AddStock("latte", -1L)).thenRefused("MALFORMED");
        shop.when(new AddStock("latte", 1_000_001L)).thenRefused("MALFORMED");
        shop.when(new RestockProduct("latte", 0L)).thenRefused("MALFORMED");
        shop.when(new VisitQueues("~")).thenRefused("MALFORMED");
    }

    @Test
    void shouldNumberAcceptedOrdersWithoutGaps() {
        shop.given(order("latte", 1));
        shop.when(order("latte", 0)).thenRefused("MALFORMED");
        shop.when(order("mocha", 1));
        assertThat(shop.shown(Order.class).getNumber()).isEqualTo(2);
    }

    @Test
    void shouldStartAndCompleteAtOnceWhenAutomatic() {
        shop.given(new AddStock("latte", 3L), order("latte", 2))
                .when(new StartWaiting("latte"))
                .then(
                        new ProductionStarted(1L, "HSI", "latte", 2L, null),
                        new ProductionCompleted(1L, "HSI", "latte", 2L));
        assertThat(shop.books().find(ShopBooks.STOCKS, "latte").orElseThrow().getQuantity())
                .isEqualTo(1);
        assertThat(shop.books().find(ShopBooks.ORDERS, 1).orElseThrow().getHistory())
                .extracting(step -> step.getStatus())
                .containsExactly("REQUESTED", "MAKING", "COMPLETED");
        assertThat(shop.books().all(ShopBooks.QUEUES)).isEmpty();
        assertThat(shop.books().all(ShopBooks.PLACES)).isEmpty();
    }

    @Test
    void shouldSayOnceThatStockRanOut() {
        shop.given(new AddStock("latte", 1L), order("latte", 2))
                .when(new StartWaiting("latte"))
                .then(new StockRanOut(1L, "HSI", "latte", 2L));
        shop.when(new StartWaiting("latte")).then();
        final Order order = shop.books().find(ShopBooks.ORDERS, 1).orElseThrow();
        assertThat(order.getStatus()).isEqualTo(OrderStatus.OUT_OF_STOCK);
        assertThat(order.getProduction().getStatus()).isEqualTo(ProductionStatus.OUT_OF_STOCK);
        assertThat(shop.books().find(ShopBooks.STOCKS, "latte").orElseThrow().getQuantity())
                .isEqualTo(1);
    }

    @Test
    void shouldDoNothingInAClosedKitchen() {
        shop.given(new SetHouseRules("Gangnam", Kitchen.CLOSED), new AddStock("latte", 5L), order("latte", 1));
        shop.when(new StartWaiting("latte")).then();
    }

    @Test
    void shouldHaveNothingToDoWhereNobodyWaits() {
        shop.when(new StartWaiting("latte")).then();
        shop.when(new VisitQueues(null)).then();
    }

    @Test
    void shouldReplaceAllHouseRulesAtOnce() {
        shop.given(new SetHouseRules("Gangnam", Kitchen.CLOSED)).when(new SetHouseRules(null, Kitchen.BARISTA));
        assertThat(shop.shown(House.class)).isEqualTo(new House(null, Kitchen.BARISTA, DeskTrial.NOON));
    }

    @Test
    void shouldCloseUpWhereAnOrderIsCanceled() {
        shop.given(order("latte", 1), order("latte", 1), order("latte", 1))
                .when(new CancelOrder(2L))
                .then(new OrderCanceled(2L, "HSI", "latte", 1L, 1L, 3L));
        shop.when(new CancelOrder(3L)).then(new OrderCanceled(3L, "HSI", "latte", 1L, 1L, null));
        shop.when(order("latte", 1)).then(new OrderPlaced(4L, "HSI", "latte", 1L, 1L));
    }
}
