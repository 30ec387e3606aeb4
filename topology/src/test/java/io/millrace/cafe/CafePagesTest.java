package io.millrace.cafe;

import static io.millrace.cafe.Orders.TAKEOUT;
import static io.millrace.cafe.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Held;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.Tally;
import io.millrace.backbone.page.Pages;
import io.millrace.schemas.Notice;
import io.millrace.schemas.Push;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.CompleteProduction;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderStatus;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CafePagesTest {

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);
    private final Personal customers = Cafe.BUSINESS.personals().getFirst();

    @BeforeEach
    void openTwoShops() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L));
        cafe.send("hongdae", new RegisterItem("mocha", "Mocha", 5000L, 10L));
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldShowACustomersOrdersAtAllShopsNewestFirst() {
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.later(Duration.ofSeconds(1));
        cafe.send("hongdae", order("HSI", TAKEOUT, "mocha", 2));
        cafe.send("hongdae", order("KIM", TAKEOUT, "mocha", 1));

        final List<Held<Order>> orders = cafe.pages().person(customers, "HSI").list(ShopBooks.ORDERS, null, 10, true);

        assertThat(orders).extracting(held -> held.row().getDesk()).containsExactly("hongdae", "gangnam");
    }

    @Test
    void shouldSayOnEachRowWhyItIsAsItIs() {
        cafe.send("place", "gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.send("pay", "gangnam", new ApprovePayment(1L));

        final Held<Order> order = cafe.pages()
                .desk("gangnam")
                .find(ShopBooks.ORDERS, Shelf.numberId(1))
                .orElseThrow();

        assertThat(order.value().getStatus()).isEqualTo(OrderStatus.MAKING);
        assertThat(order.row().getEvent()).isEqualTo("PaymentApproved");
        assertThat(order.row().getCommand()).isEqualTo("ApprovePayment");
        assertThat(order.row().getCommandId()).isEqualTo("pay");
        assertThat(order.row().getSeq()).isEqualTo(3);
    }

    @Test
    void shouldTellEveryPersonsPageHowFarADeskIs() {
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.send("gangnam", new RestockItem("latte", 5L));

        final Pages pages = cafe.pages();
        assertThat(pages.applied("gangnam")).isEqualTo(3);
        assertThat(pages.appliedFor(customers, "HSI", "gangnam")).isEqualTo(3);
        assertThat(pages.appliedFor(customers, "nobody", "gangnam")).isEqualTo(3);
    }

    @Test
    void shouldTellCustomersInTheWordsOfTheHouse() {
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.send("gangnam", new ApprovePayment(1L));
        cafe.send("gangnam", new CompleteProduction(1L));
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.send("gangnam", new CancelOrder(2L));

        assertThat(cafe.notices())
                .extracting(Notice::getMessage)
                .containsExactly(CafeNotices.MAKING, CafeNotices.READY, CafeNotices.CANCELED);
        assertThat(cafe.pages().desk("gangnam").list(Pushes.SHELF, null, 10, true))
                .extracting(held -> held.value().getAbout())
                .containsExactly("orders/2", "orders/1", "orders/1");
        assertThat(cafe.pages().person(customers, "HSI").list(Pushes.SHELF, null, 10, false))
                .extracting(held -> held.value())
                .extracting(Push::getMessage)
                .containsExactly(CafeNotices.MAKING, CafeNotices.READY, CafeNotices.CANCELED);
    }

    @Test
    void shouldCountAsSoldWhatWasPaidAndNotCanceled() {
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 3));
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.send("gangnam", new ApprovePayment(1L));
        cafe.send("gangnam", new ApprovePayment(2L));
        cafe.later(Duration.ofMinutes(7));
        cafe.send("gangnam", new CancelOrder(2L));

        final Tally<?> sales = Cafe.BUSINESS.tallies().getFirst();
        final List<Pages.Window> windows =
                cafe.pages().sums("gangnam", sales, DeskTrial.NOON.minusSeconds(600), DeskTrial.NOON.plusSeconds(600));

        assertThat(windows).hasSize(1);
        assertThat(windows.getFirst().sums().getByKey())
                .isEqualTo(Map.of("latte", Map.of("quantity", 3L, "amount", 13_500L)));
    }

    @Test
    void shouldRingThePaymentAlarmOnceAndOnTime() {
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 4));
        cafe.later(Duration.ofMinutes(9));
        assertThat(statusOfFirstOrder()).isEqualTo(OrderStatus.REQUESTED);
        cafe.later(Duration.ofMinutes(2));
        assertThat(statusOfFirstOrder()).isEqualTo(OrderStatus.CANCELED);
        final int events = cafe.journal().size();
        cafe.later(Duration.ofHours(1));
        assertThat(cafe.journal()).hasSize(events);
    }

    private OrderStatus statusOfFirstOrder() {
        return cafe.pages()
                .desk("gangnam")
                .find(ShopBooks.ORDERS, Shelf.numberId(1))
                .orElseThrow()
                .value()
                .getStatus();
    }

    @Test
    void shouldPutWhatItCannotHandleIntoQuarantineAndGoOn() {
        final byte[] gangnam = "gangnam".getBytes(StandardCharsets.UTF_8);
        cafe.sendBytes("cafe.payments", gangnam, new byte[] {1, 2, 3});
        cafe.sendBytes("cafe.payments", "Not a desk".getBytes(StandardCharsets.UTF_8), new byte[] {0});
        cafe.sendBytes("cafe.orders", gangnam, new byte[0]);

        assertThat(cafe.quarantine()).hasSize(3);
        assertThat(cafe.quarantine().getFirst().value()).containsExactly(1, 2, 3);
        assertThat(cafe.quarantine().getFirst().headers().lastHeader("millrace-reason"))
                .isNotNull();
        assertThat(cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1)).getRefused())
                .isNull();
    }
}
