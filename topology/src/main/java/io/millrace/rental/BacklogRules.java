package io.millrace.rental;

import static io.millrace.rental.DepotBooks.BACKLOG;
import static io.millrace.rental.DepotBooks.EQUIPMENT;
import static io.millrace.rental.DepotBooks.ORDERS;
import static io.millrace.rental.DepotBooks.WAITING;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.StockLevel;
import io.millrace.schemas.rental.ApprovalMode;
import io.millrace.schemas.rental.ApproveWaiting;
import io.millrace.schemas.rental.BacklogWorked;
import io.millrace.schemas.rental.EquipmentRegistered;
import io.millrace.schemas.rental.EquipmentRestocked;
import io.millrace.schemas.rental.House;
import io.millrace.schemas.rental.HouseRulesSet;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderCancelled;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderReturned;
import io.millrace.schemas.rental.RentalCommand;
import io.millrace.schemas.rental.RentalEvent;
import io.millrace.schemas.rental.SetHouseRules;
import io.millrace.schemas.rental.WaitingOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a pause ends: its orders are decided oldest first, some at a time, so that a long queue never holds up the desk.
 * The first step is taken with the rules that end it, and each asks for the next; one that comes twice, or too late,
 * finds nothing left to do.
 */
final class BacklogRules {

    static final String OUT_OF_STOCK = "OUT_OF_STOCK";

    /** So many orders are decided in one ruling at most. */
    static final int STEP = 50;

    private BacklogRules() {}

    /** From PAUSED to AUTO the house decides what waits, the oldest at once; a manager's orders stay the manager's. */
    static List<RentalEvent> set(final SetHouseRules c, final House before, final Books books) {
        final boolean resumed = before.getApproval() == ApprovalMode.PAUSED && c.getApproval() == ApprovalMode.AUTO;
        final List<WaitingOrder> waiting = resumed ? oldest(books) : List.of();
        final List<RentalEvent> events = new ArrayList<>();
        events.add(new HouseRulesSet(c.getName(), c.getApproval(), waiting.size() > STEP));
        events.addAll(decided(waiting, books));
        return events;
    }

    static Ruling<RentalCommand, RentalEvent> work(final Books books) {
        if (books.the(BACKLOG).isEmpty()) {
            return Ruling.accept();
        }
        final List<WaitingOrder> waiting = oldest(books);
        final List<RentalEvent> events = decided(waiting, books);
        events.add(new BacklogWorked((long) events.size(), waiting.size() > STEP));
        return Ruling.accept(events);
    }

    /** As many as are decided at a time, and one more if there is one. */
    private static List<WaitingOrder> oldest(final Books books) {
        return books.all(WAITING, "", STEP + 1);
    }

    private static List<RentalEvent> decided(final List<WaitingOrder> waiting, final Books books) {
        final List<RentalEvent> events = new ArrayList<>();
        final Map<String, StockLevel> left = new HashMap<>();
        for (final WaitingOrder next : waiting.subList(0, Math.min(STEP, waiting.size()))) {
            final Order order = books.find(ORDERS, next.getNumber()).orElseThrow();
            events.add(decided(order, left, books));
        }
        return events;
    }

    /** {@code left} is what earlier orders of the same step leave on hand. */
    private static RentalEvent decided(final Order order, final Map<String, StockLevel> left, final Books books) {
        final StockLevel stock = left.computeIfAbsent(
                order.getEquipment(),
                it -> books.find(EQUIPMENT, it).map(OrderRules::onHand).orElseGet(StockLevel::none));
        if (!stock.covers(order.getQuantity())) {
            return new OrderRejected(
                    order.getNumber(),
                    order.getEmployee(),
                    order.getEquipment(),
                    order.getQuantity(),
                    null,
                    OUT_OF_STOCK);
        }
        left.put(order.getEquipment(), stock.reserve(order.getQuantity()));
        return OrderRules.approved(order, null);
    }

    static List<Reaction> reactions(final RentalEvent event, final Moment moment) {
        return switch (event) {
            case HouseRulesSet e -> goOn(e.getBacklog(), moment);
            case BacklogWorked e -> goOn(e.getMore(), moment);
            case EquipmentRegistered _, EquipmentRestocked _ -> List.of();
            case OrderPlaced _, OrderApproved _, OrderRejected _, OrderCancelled _, OrderReturned _ -> List.of();
        };
    }

    private static List<Reaction> goOn(final boolean more, final Moment moment) {
        return more ? List.of(new Reaction(moment.desk(), new ApproveWaiting())) : List.of();
    }
}
