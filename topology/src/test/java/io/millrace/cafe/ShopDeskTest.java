package io.millrace.cafe;

import static io.millrace.cafe.Orders.TAKEOUT;
import static io.millrace.cafe.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.ChangeItem;
import io.millrace.schemas.cafe.ExpirePayment;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.ItemRemoved;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderStatus;
import io.millrace.schemas.cafe.PaymentStatus;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.ProductionStatus;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RemoveItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.cafe.Want;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShopDeskTest {

    private final DeskTrial shop = DeskTrial.at(Cafe.BUSINESS, "gangnam")
            .given(new RegisterItem("latte", "Latte", 4500L, 5L), new RegisterItem("cake", "Cake", 6000L, 1L));

    @Test
    void shouldTakeAllLinesOrNothing() {
        shop.when(new PlaceOrder("HSI", TAKEOUT, List.of(new Want("latte", 1L), new Want("cake", 2L))))
                .thenRefused("OUT_OF_STOCK")
                .hinting("item", "cake")
                .hinting("available", 1L);
        assertThat(shop.refusal().getDetail()).isEqualTo("음료 재료 소진으로 주문이 불가합니다.");
        assertThat(stock("latte")).isEqualTo(5);
    }

    @Test
    void shouldCountTheSameItemOnTwoLinesTogether() {
        shop.when(new PlaceOrder("HSI", TAKEOUT, List.of(new Want("latte", 3L), new Want("latte", 3L))))
                .thenRefused("OUT_OF_STOCK");
        shop.when(new PlaceOrder("HSI", TAKEOUT, List.of(new Want("latte", 3L), new Want("latte", 2L))));
        assertThat(shop.shown(Order.class).getAmount()).isEqualTo(5 * 4500);
        assertThat(stock("latte")).isZero();
    }

    @Test
    void shouldRefuseWhatIsNotOnTheMenu() {
        shop.when(order("HSI", TAKEOUT, "tea", 1)).thenRefused("UNKNOWN_ITEM").hinting("item", "tea");
    }

    @Test
    void shouldNumberAcceptedOrdersWithoutGaps() {
        shop.given(order("HSI", TAKEOUT, "latte", 1));
        shop.when(order("HSI", TAKEOUT, "latte", 99)).thenRefused("OUT_OF_STOCK");
        shop.when(order("HSI", TAKEOUT, "latte", 1));
        assertThat(shop.shown(Order.class).getNumber()).isEqualTo(2);
    }

    @Test
    void shouldKeepThePriceOfOrdersAlreadyPlaced() {
        shop.given(order("HSI", TAKEOUT, "latte", 1), new ChangeItem("latte", null, 9000L));
        assertThat(placed(1).getAmount()).isEqualTo(4500);
        shop.given(order("HSI", TAKEOUT, "latte", 1));
        assertThat(placed(2).getAmount()).isEqualTo(9000);
    }

    @Test
    void shouldRefuseAnItemThatIsThereAlready() {
        shop.when(new RegisterItem("latte", "Other", 1L, 1L)).thenRefused("ITEM_EXISTS");
    }

    @Test
    void shouldSayWhatIsNotThere() {
        shop.when(new RestockItem("tea", 1L)).thenRefused("NOT_FOUND");
        shop.when(new ChangeItem("tea", "Tea", null)).thenRefused("NOT_FOUND");
        shop.when(new RemoveItem("tea")).thenRefused("NOT_FOUND");
        shop.when(new ApprovePayment(7L)).thenRefused("NOT_FOUND");
    }

    @Test
    void shouldRefuseValuesOutOfRangeWhoeverSendsThem() {
        shop.when(new RestockItem("latte", -5L)).thenRefused("MALFORMED");
        shop.when(order("HSI", TAKEOUT, "latte", 10_001)).thenRefused("MALFORMED");
        shop.when(new PlaceOrder("HSI", TAKEOUT, List.of())).thenRefused("MALFORMED");
    }

    @Test
    void shouldForceCancelOpenOrdersWhenTheirItemGoes() {
        shop.given(
                        new PlaceOrder("HSI", TAKEOUT, List.of(new Want("latte", 2L), new Want("cake", 1L))),
                        order("KIM", TAKEOUT, "latte", 1),
                        new ApprovePayment(1L))
                .when(new RemoveItem("cake"))
                .thenHappened(ItemRemoved.class, OrderCanceled.class);
        assertThat(placed(1).getStatus()).isEqualTo(OrderStatus.FORCE_CANCELED);
        assertThat(placed(1).getPayment().getStatus()).isEqualTo(PaymentStatus.PAYMENT_CANCELED);
        assertThat(Objects.requireNonNull(placed(1).getProduction()).getStatus())
                .isEqualTo(ProductionStatus.CANCELED);
        assertThat(placed(2).getStatus()).isEqualTo(OrderStatus.REQUESTED);
        assertThat(stock("latte")).isEqualTo(4);
    }

    @Test
    void shouldCancelWhatIsNotPaidInTime() {
        shop.given(order("HSI", TAKEOUT, "latte", 2)).ring(Duration.ofMinutes(9));
        assertThat(placed(1).getStatus()).isEqualTo(OrderStatus.REQUESTED);
        shop.ring(Duration.ofMinutes(1));
        assertThat(placed(1).getStatus()).isEqualTo(OrderStatus.CANCELED);
        assertThat(placed(1).getReason()).isEqualTo("PAYMENT_TIMEOUT");
        assertThat(stock("latte")).isEqualTo(5);
        shop.when(new ExpirePayment(1L)).then();
    }

    private long stock(final String item) {
        return shop.books().find(ShopBooks.ITEMS, item).map(Item::getStock).orElseThrow();
    }

    private Order placed(final long number) {
        return shop.books().find(ShopBooks.ORDERS, number).orElseThrow();
    }
}
