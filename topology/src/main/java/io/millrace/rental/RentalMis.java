package io.millrace.rental;

import static io.millrace.rental.DepotBooks.EQUIPMENT;
import static io.millrace.rental.DepotBooks.ORDERS;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Token;
import io.millrace.schemas.Row;
import io.millrace.schemas.rental.Equipment;
import io.millrace.schemas.rental.Order;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The management's page: orders, newest first, and what is on hand, lent and waiting of everything. The totals are
 * kept with each equipment, so that no page ever counts through all orders.
 */
final class RentalMis {

    private static final int KINDS = 10_000;
    private static final int LOOKS = 5;

    private RentalMis() {}

    static Map<String, Object> page(
            final String depot, final PageRows rows, final Map<String, String> query, final Instant now) {
        final int limit = Personal.shown(query);
        final Look look = look(rows, query.get("after"), limit + 1);
        final boolean more = look.orders().size() > limit;
        final List<Held<Order>> shown = more ? look.orders().subList(0, limit) : look.orders();
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("depot", depot);
        page.put("orders", shown.stream().map(RentalMis::order).toList());
        page.put("totals", look.totals().stream().map(RentalMis::total).toList());
        if (more) {
            page.put("next", shown.getLast().row().getId());
        }
        return page;
    }

    private record Look(List<Held<Order>> orders, List<Held<Equipment>> totals) {}

    /**
     * Orders and totals of the same moment. They are folded while we read: totals that were the same before and after
     * the orders were read, and that no order is ahead of, belong to them. A depot too busy for that shows its latest.
     */
    private static Look look(final PageRows rows, final @Nullable String after, final int atMost) {
        List<Held<Equipment>> before = rows.list(EQUIPMENT, null, KINDS, false);
        for (int n = 1; ; n++) {
            final List<Held<Order>> orders = rows.list(ORDERS, after, atMost, true);
            final List<Held<Equipment>> totals = rows.list(EQUIPMENT, null, KINDS, false);
            if (n == LOOKS || (places(before).equals(places(totals)) && !areAhead(orders, places(totals)))) {
                return new Look(orders, totals);
            }
            before = totals;
        }
    }

    private static Map<String, Long> places(final List<Held<Equipment>> totals) {
        final Map<String, Long> places = new HashMap<>();
        totals.forEach(
                held -> places.put(held.value().getEquipment(), held.row().getSeq()));
        return places;
    }

    /** Every event writes an order first and its equipment next: between the two, the order is ahead. */
    private static boolean areAhead(final List<Held<Order>> orders, final Map<String, Long> places) {
        return orders.stream()
                .anyMatch(held ->
                        held.row().getSeq() > places.getOrDefault(held.value().getEquipment(), Long.MAX_VALUE));
    }

    private static Map<String, Object> order(final Held<Order> held) {
        final Order order = held.value();
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", order.getNumber());
        view.put("employee", order.getEmployee());
        view.put("equipment", order.getEquipment());
        view.put("name", order.getName());
        view.put("quantity", order.getQuantity());
        view.put("status", order.getStatus());
        view.put("approval", order.getApproval());
        view.put("updatedAt", order.getUpdatedAt());
        view.put("token", token(held.row()));
        return view;
    }

    private static Map<String, Object> total(final Held<Equipment> held) {
        final Equipment equipment = held.value();
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("equipment", equipment.getEquipment());
        view.put("name", equipment.getName());
        view.put("onHand", equipment.getStock());
        view.put("lent", equipment.getLent());
        view.put("waiting", equipment.getWaiting());
        view.put("updatedAt", equipment.getUpdatedAt());
        view.put("token", token(held.row()));
        return view;
    }

    private static String token(final Row row) {
        return new Token(Rental.BUSINESS.name(), row.getDesk(), row.getSeq()).toString();
    }
}
