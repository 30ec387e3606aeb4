package io.millrace.rental;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Books;
import io.millrace.schemas.rental.ApprovalMode;
import io.millrace.schemas.rental.ApprovalStatus;
import io.millrace.schemas.rental.EquipmentRegistered;
import io.millrace.schemas.rental.EquipmentRestocked;
import io.millrace.schemas.rental.HouseRulesSet;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.WaitingOrder;
import io.millrace.testkit.DeskTrial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Counts through a depot after every event, the slow way, and holds its books and its MIS to that. */
final class Recount {

    private final Map<String, Long> brought = new HashMap<>();
    private final TreeSet<Long> waiting = new TreeSet<>();
    private final Set<Long> decided = new HashSet<>();
    private ApprovalMode mode = ApprovalMode.AUTO;

    /** What an event may do at all. */
    void heard(final SpecificRecord event) {
        switch (event) {
            case HouseRulesSet e -> mode = e.getApproval();
            case EquipmentRegistered e -> brought.put(e.getEquipment(), e.getStock());
            case EquipmentRestocked e -> brought.merge(e.getEquipment(), e.getQuantity(), Math::addExact);
            case OrderPlaced e -> {
                assertThat(e.getApproved()).as("approved at once").isEqualTo(mode == ApprovalMode.AUTO);
                if (e.getApproved()) {
                    decides(e.getNumber());
                } else {
                    waiting.add(e.getNumber());
                }
            }
            case OrderApproved e -> decides(e.getNumber(), e.getBy());
            case OrderRejected e -> decides(e.getNumber(), e.getBy());
            default -> {}
        }
    }

    private void decides(final long number, final @Nullable String by) {
        if (by == null) {
            assertThat(waiting.stream().findFirst()).as("oldest that waits").contains(number);
        }
        waiting.remove(number);
        decides(number);
    }

    private void decides(final long number) {
        assertThat(decided.add(number)).as("order %d is decided once", number).isTrue();
    }

    /** What must be so at every point of the journal. */
    void check(final Books books) {
        final Map<String, Long> lent = new HashMap<>();
        final List<Order> orders = books.all(DepotBooks.ORDERS);
        waiting.clear();
        for (final Order order : orders) {
            assertThat(order.getApproval().getStatus())
                    .as("approval of %s", order)
                    .isEqualTo(approvalOf(order));
            switch (order.getStatus()) {
                case APPROVED -> lent.merge(order.getEquipment(), order.getQuantity(), Math::addExact);
                case ORDERED -> waiting.add(order.getNumber());
                case REJECTED, CANCELLED, RETURNED -> {}
            }
        }
        assertThat(books.all(DepotBooks.WAITING).stream()
                        .map(WaitingOrder::getNumber)
                        .toList())
                .as("the queue")
                .isEqualTo(waiting.stream().toList());
        brought.forEach((equipment, all) -> {
            final long onHand = Depots.equipment(books, equipment).getStock();
            assertThat(onHand).as("on hand of %s", equipment).isNotNegative();
            assertThat(onHand + lent.getOrDefault(equipment, 0L))
                    .as("on hand and lent of %s", equipment)
                    .isEqualTo(all);
        });
        misAgrees(books, orders.size());
    }

    /** The totals of the MIS against the orders of the MIS, page by page. */
    private void misAgrees(final Books books, final int orders) {
        final Map<String, Long> counted = new HashMap<>();
        Map<String, Object> page = mis(books, Map.of());
        final List<Map<?, ?>> totals = Mis.rows(page, "totals");
        final List<Map<?, ?>> shown = new ArrayList<>(Mis.rows(page, "orders"));
        while (page.get("next") instanceof String next) {
            page = mis(books, Map.of("after", next));
            shown.addAll(Mis.rows(page, "orders"));
        }
        assertThat(shown).hasSize(orders);
        shown.forEach(order -> counted.merge(
                order.get("status") + " " + order.get("equipment"),
                (Long) Objects.requireNonNull(order.get("quantity")),
                Math::addExact));
        assertThat(totals).hasSize(brought.size());
        for (final Map<?, ?> total : totals) {
            final Object equipment = total.get("equipment");
            assertThat(total.get("lent"))
                    .as("lent of %s", equipment)
                    .isEqualTo(counted.getOrDefault("APPROVED " + equipment, 0L));
            assertThat(total.get("waiting"))
                    .as("waiting for %s", equipment)
                    .isEqualTo(counted.getOrDefault("ORDERED " + equipment, 0L));
        }
    }

    private static Map<String, Object> mis(final Books books, final Map<String, String> query) {
        return RentalMis.page("seoul", new BooksRows(books, 1), query, DeskTrial.NOON);
    }

    private static ApprovalStatus approvalOf(final Order order) {
        return switch (order.getStatus()) {
            case ORDERED -> ApprovalStatus.REQUESTED;
            case APPROVED, RETURNED -> ApprovalStatus.APPROVED;
            case REJECTED -> ApprovalStatus.REJECTED;
            case CANCELLED -> ApprovalStatus.CANCELLED;
        };
    }
}
