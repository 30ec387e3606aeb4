package io.millrace.rental;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.StockLevel;
import io.millrace.schemas.rental.ApprovalMode;
import io.millrace.schemas.rental.Backlog;
import io.millrace.schemas.rental.BacklogWorked;
import io.millrace.schemas.rental.Equipment;
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
import io.millrace.schemas.rental.RentalEvent;
import io.millrace.schemas.rental.WaitingOrder;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What a depot keeps, and what each event does to it. An order is written before its equipment: the MIS counts on it. */
public final class DepotBooks {

    public static final Shelf<House> HOUSE = Shelf.single("house", House.class);
    public static final Shelf<Equipment> EQUIPMENT = Shelf.named("equipment", Equipment.class, Equipment::getEquipment);
    public static final Shelf<Order> ORDERS = Shelf.numbered("orders", Order.class, Order::getNumber);

    /** Orders that nobody has decided, the oldest first. */
    public static final Shelf<WaitingOrder> WAITING = Shelf.named(
                    "waiting", WaitingOrder.class, order -> Shelf.numberId(order.getNumber()))
            .forRules();

    public static final Shelf<Backlog> BACKLOG =
            Shelf.single("backlog", Backlog.class).forRules();

    private DepotBooks() {}

    static House defaultHouse(final Moment moment) {
        return new House(null, ApprovalMode.AUTO, moment.now());
    }

    static void fold(final RentalEvent event, final Rows rows, final Moment moment) {
        final Instant at = moment.now();
        switch (event) {
            case HouseRulesSet e -> ruled(e, rows, at);
            case EquipmentRegistered e ->
                rows.put(
                        EQUIPMENT,
                        new Equipment(e.getEquipment(), e.getName(), e.getCategory(), e.getStock(), 0L, 0L, at));
            case EquipmentRestocked e -> moved(rows, e.getEquipment(), it -> it.restock(e.getQuantity()), 0, 0, at);
            case OrderPlaced e -> placed(e, rows, at);
            case OrderApproved e -> {
                rows.change(ORDERS, e.getNumber(), order -> OrderLife.approved(order, e.getBy(), at));
                rows.remove(WAITING, e.getNumber());
                moved(rows, e.getEquipment(), it -> it.reserve(e.getQuantity()), e.getQuantity(), -e.getQuantity(), at);
            }
            case OrderRejected e -> {
                rows.change(ORDERS, e.getNumber(), order -> OrderLife.rejected(order, e, at));
                rows.remove(WAITING, e.getNumber());
                moved(rows, e.getEquipment(), it -> it, 0, -e.getQuantity(), at);
            }
            case OrderCancelled e -> cancelled(e, rows, at);
            case OrderReturned e -> {
                rows.change(ORDERS, e.getNumber(), order -> OrderLife.returned(order, at));
                moved(rows, e.getEquipment(), it -> it.release(e.getQuantity()), -e.getQuantity(), 0, at);
            }
            case BacklogWorked e -> {
                if (!e.getMore()) {
                    rows.remove(BACKLOG, "the");
                }
            }
        }
    }

    private static void ruled(final HouseRulesSet e, final Rows rows, final Instant at) {
        rows.put(HOUSE, new House(e.getName(), e.getApproval(), at));
        if (e.getBacklog()) {
            rows.put(BACKLOG, new Backlog(at));
        } else if (e.getApproval() != ApprovalMode.AUTO) {
            rows.remove(BACKLOG, "the");
        }
    }

    private static void placed(final OrderPlaced e, final Rows rows, final Instant at) {
        rows.put(ORDERS, OrderLife.placed(e, at));
        if (e.getApproved()) {
            moved(rows, e.getEquipment(), it -> it.reserve(e.getQuantity()), e.getQuantity(), 0, at);
        } else {
            rows.put(WAITING, new WaitingOrder(e.getNumber()));
            moved(rows, e.getEquipment(), it -> it, 0, e.getQuantity(), at);
        }
    }

    private static void cancelled(final OrderCancelled e, final Rows rows, final Instant at) {
        rows.change(ORDERS, e.getNumber(), order -> OrderLife.cancelled(order, at));
        if (e.getLent()) {
            moved(rows, e.getEquipment(), it -> it.release(e.getQuantity()), -e.getQuantity(), 0, at);
        } else {
            rows.remove(WAITING, e.getNumber());
            moved(rows, e.getEquipment(), it -> it, 0, -e.getQuantity(), at);
        }
    }

    private static void moved(
            final Rows rows,
            final String equipment,
            final UnaryOperator<StockLevel> stock,
            final long lent,
            final long waiting,
            final Instant at) {
        rows.change(
                EQUIPMENT,
                equipment,
                it -> new Equipment(
                        it.getEquipment(),
                        it.getName(),
                        it.getCategory(),
                        stock.apply(new StockLevel(it.getStock())).onHand(),
                        Math.addExact(it.getLent(), lent),
                        Math.addExact(it.getWaiting(), waiting),
                        at));
    }
}
