package io.millrace.rental;

import static io.millrace.rental.Depots.AUTO;
import static io.millrace.rental.Depots.MANAGER;
import static io.millrace.rental.Depots.PAUSED;
import static io.millrace.rental.Depots.approve;
import static io.millrace.rental.Depots.cancel;
import static io.millrace.rental.Depots.equipment;
import static io.millrace.rental.Depots.order;
import static io.millrace.rental.Depots.reject;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Held;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Notice;
import io.millrace.schemas.rental.ApprovalStatus;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderStatus;
import io.millrace.schemas.rental.RentalEvent;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RentalPagesTest {

    private final BusinessDriver rental = new BusinessDriver(Rental.BUSINESS);

    @BeforeEach
    void openTwoDepots() {
        rental.send("seoul", equipment("drill", 5));
        rental.send("busan", equipment("saw", 5));
    }

    @AfterEach
    void close() {
        rental.close();
    }

    @Test
    void shouldWorkOffAPausesOrdersByItselfOldestFirst() {
        rental.send("seoul", PAUSED);
        for (int n = 0; n < BacklogRules.STEP + 20; n++) {
            rental.send("seoul", order("HSI", "drill", 1));
        }
        rental.send("seoul", AUTO);

        assertThat(orders("seoul"))
                .filteredOn(order -> order.getStatus() == OrderStatus.APPROVED)
                .extracting(Order::getNumber)
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        assertThat(orders("seoul"))
                .extracting(order -> order.getApproval().getStatus())
                .doesNotContain(ApprovalStatus.REQUESTED);
        assertThat(rental.notices()).hasSize(BacklogRules.STEP + 20);
        assertThat(rental.quarantine()).isEmpty();
    }

    @Test
    void shouldNeverShowAnOrderWithoutItsApproval() {
        rental.send("seoul", order("HSI", "drill", 2));

        assertThat(rental.journal())
                .extracting(JournalEntry::getPayload)
                .filteredOn(event -> event.getClass().getSimpleName().startsWith("Order"))
                .as("one event makes both: there is no moment between them")
                .hasSize(1)
                .allMatch(RentalEvent.class::isInstance);
        assertThat(orders("seoul").getFirst().getApproval().getStatus()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void shouldShowEmployeesTheirOrdersAtAllDepotsNewestFirst() {
        rental.send("seoul", order("HSI", "drill", 2));
        rental.later(Duration.ofSeconds(1));
        rental.send("busan", order("HSI", "saw", 1));
        rental.send("busan", order("KIM", "saw", 1));

        assertThat(rental.pages()
                        .person(Rental.BUSINESS.personals().getFirst(), "HSI")
                        .list(DepotBooks.ORDERS, null, 10, true))
                .extracting(held -> held.row().getDesk())
                .containsExactly("busan", "seoul");
    }

    @Test
    void shouldTellEmployeesHowTheirOrdersWereDecided() {
        rental.send("seoul", MANAGER);
        rental.send("seoul", order("HSI", "drill", 2));
        rental.send("seoul", order("HSI", "drill", 2));
        rental.send("seoul", approve(1));
        rental.send("seoul", reject(2));
        rental.send("seoul", PAUSED);
        rental.send("seoul", order("HSI", "drill", 9));
        rental.send("seoul", AUTO);

        assertThat(rental.notices())
                .extracting(Notice::getMessage)
                .containsExactly(RentalNotices.APPROVED, RentalNotices.REJECTED, RentalNotices.SOLD_OUT);
    }

    @Test
    void shouldShowApprovalsWithWhoDecidedAndWhy() {
        rental.send("seoul", MANAGER);
        rental.send("seoul", order("HSI", "drill", 2));
        rental.send("seoul", approve(1));
        rental.send("seoul", PAUSED);
        rental.send("seoul", order("KIM", "drill", 9));
        rental.send("seoul", AUTO);

        assertThat(RentalPages.approval(find("seoul", 1)))
                .isEqualTo(Map.of(
                        "number",
                        1L,
                        "order",
                        1L,
                        "employee",
                        "HSI",
                        "equipment",
                        "drill",
                        "quantity",
                        2L,
                        "status",
                        ApprovalStatus.APPROVED,
                        "by",
                        "boss",
                        "updatedAt",
                        DeskTrial.NOON));
        assertThat(RentalPages.approval(find("seoul", 2)))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("status", ApprovalStatus.REJECTED)
                .containsEntry("reason", "OUT_OF_STOCK")
                .doesNotContainKey("by");
    }

    @Test
    void shouldShowTheMisWithTotalsPerEquipment() {
        rental.send("seoul", equipment("ladder", 1));
        rental.send("seoul", order("HSI", "drill", 2));
        rental.send("seoul", order("KIM", "drill", 1));
        rental.send("seoul", cancel(2));
        rental.send("seoul", MANAGER);
        rental.send("seoul", order("KIM", "drill", 7));

        final Map<String, Object> mis = mis(Map.of());

        assertThat(mis).containsEntry("depot", "seoul").doesNotContainKey("next");
        assertThat(Mis.column(mis, "orders", "number")).containsExactly(3L, 2L, 1L);
        assertThat(Mis.column(mis, "orders", "status"))
                .containsExactly(OrderStatus.ORDERED, OrderStatus.CANCELLED, OrderStatus.APPROVED);
        assertThat(Mis.column(mis, "orders", "name")).containsOnly("The drill");
        assertThat(Mis.column(mis, "totals", "equipment")).containsExactly("drill", "ladder");
        assertThat(Mis.column(mis, "totals", "onHand")).containsExactly(3L, 1L);
        assertThat(Mis.column(mis, "totals", "lent")).containsExactly(2L, 0L);
        assertThat(Mis.column(mis, "totals", "waiting")).containsExactly(7L, 0L);
        assertThat(Mis.column(mis, "orders", "token")).contains("rental/seoul@7");
    }

    @Test
    void shouldShowTheMisPageByPage() {
        for (int n = 0; n < 5; n++) {
            rental.send("seoul", order("HSI", "drill", 1));
        }
        final Map<String, Object> first = mis(Map.of("limit", "2"));
        assertThat(Mis.column(first, "orders", "number")).containsExactly(5L, 4L);
        assertThat(first).containsEntry("next", Shelf.numberId(4));
        final Map<String, Object> last = mis(Map.of("limit", "3", "after", Shelf.numberId(4)));
        assertThat(Mis.column(last, "orders", "number")).containsExactly(3L, 2L, 1L);
        assertThat(last).doesNotContainKey("next");
    }

    private Map<String, Object> mis(final Map<String, String> query) {
        return Rental.BUSINESS
                .views()
                .getFirst()
                .maker()
                .make("seoul", rental.pages().desk("seoul"), query, DeskTrial.NOON);
    }

    private List<Order> orders(final String depot) {
        return rental.pages().desk(depot).list(DepotBooks.ORDERS, null, 200, true).stream()
                .map(Held::value)
                .toList();
    }

    private Order find(final String depot, final long number) {
        return rental.pages()
                .desk(depot)
                .find(DepotBooks.ORDERS, Shelf.numberId(number))
                .orElseThrow()
                .value();
    }
}
