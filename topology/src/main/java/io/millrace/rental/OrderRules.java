package io.millrace.rental;

import static io.millrace.rental.DepotBooks.BACKLOG;
import static io.millrace.rental.DepotBooks.EQUIPMENT;
import static io.millrace.rental.DepotBooks.ORDERS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.StockLevel;
import io.millrace.schemas.Refused;
import io.millrace.schemas.rental.Equipment;
import io.millrace.schemas.rental.House;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderCancelled;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderReturned;
import io.millrace.schemas.rental.OrderStatus;
import io.millrace.schemas.rental.PlaceOrder;
import io.millrace.schemas.rental.RentalCommand;
import io.millrace.schemas.rental.RentalEvent;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to an order, and when: ORDERED, it is APPROVED or REJECTED; approved, it is RETURNED some day. Until
 * it is over it can be CANCELLED.
 */
final class OrderRules {

    private OrderRules() {}

    static Ruling<RentalCommand, RentalEvent> place(final PlaceOrder c, final Books books, final House house) {
        return books.find(EQUIPMENT, c.getEquipment())
                .map(it -> switch (house.getApproval()) {
                    case AUTO -> placeApproved(c, it, books);
                    case MANAGER, PAUSED -> placed(c, it, books, false);
                })
                .orElseGet(() -> Ruling.refuse(Refusal.with(
                        Refusal.unprocessable("UNKNOWN_ITEM", c.getEquipment() + " is not equipment of this depot."),
                        "item",
                        c.getEquipment())));
    }

    private static Ruling<RentalCommand, RentalEvent> placeApproved(
            final PlaceOrder c, final Equipment equipment, final Books books) {
        final long available = availableToNewOrders(equipment, books);
        return c.getQuantity() <= available
                ? placed(c, equipment, books, true)
                : Ruling.refuse(outOfStock(
                        Refusal.unprocessable("OUT_OF_STOCK", onlySoMuch(equipment, available)), equipment, available));
    }

    /** While a pause's orders are worked off, a new one takes only what they all can do without: they were first. */
    private static long availableToNewOrders(final Equipment equipment, final Books books) {
        return books.the(BACKLOG).isPresent()
                ? Math.max(0, equipment.getStock() - equipment.getWaiting())
                : equipment.getStock();
    }

    private static Ruling<RentalCommand, RentalEvent> placed(
            final PlaceOrder c, final Equipment equipment, final Books books, final boolean approved) {
        final long number = books.next(ORDERS);
        return Ruling.<RentalCommand, RentalEvent>accept(new OrderPlaced(
                        number, c.getEmployee(), c.getEquipment(), equipment.getName(), c.getQuantity(), approved))
                .showing(ORDERS, number);
    }

    static Ruling<RentalCommand, RentalEvent> approve(final Order order, final String by, final Books books) {
        if (order.getStatus() != OrderStatus.ORDERED) {
            return wrongState(order, "Only an order that waits for its approval can be approved.");
        }
        final Equipment equipment = books.find(EQUIPMENT, order.getEquipment()).orElseThrow();
        return onHand(equipment).covers(order.getQuantity())
                ? happens(order, approved(order, by))
                : Ruling.refuse(outOfStock(
                        Refusal.conflict("OUT_OF_STOCK", onlySoMuch(equipment, equipment.getStock())),
                        equipment,
                        equipment.getStock()));
    }

    static Ruling<RentalCommand, RentalEvent> reject(final Order order, final String by) {
        return order.getStatus() == OrderStatus.ORDERED
                ? happens(
                        order,
                        new OrderRejected(
                                order.getNumber(),
                                order.getEmployee(),
                                order.getEquipment(),
                                order.getQuantity(),
                                by,
                                null))
                : wrongState(order, "Only an order that waits for its approval can be rejected.");
    }

    static Ruling<RentalCommand, RentalEvent> cancel(final Order order) {
        return switch (order.getStatus()) {
            case ORDERED -> happens(order, cancelled(order, false));
            case APPROVED -> happens(order, cancelled(order, true));
            case REJECTED, CANCELLED, RETURNED -> wrongState(order, "The order is over: nothing is left to cancel.");
        };
    }

    static Ruling<RentalCommand, RentalEvent> giveBack(final Order order) {
        return order.getStatus() == OrderStatus.APPROVED
                ? happens(
                        order,
                        new OrderReturned(
                                order.getNumber(), order.getEmployee(), order.getEquipment(), order.getQuantity()))
                : wrongState(order, "Only what an approved order took can be returned.");
    }

    static StockLevel onHand(final Equipment equipment) {
        return new StockLevel(equipment.getStock());
    }

    static OrderApproved approved(final Order order, final @Nullable String by) {
        return new OrderApproved(order.getNumber(), order.getEmployee(), order.getEquipment(), order.getQuantity(), by);
    }

    private static OrderCancelled cancelled(final Order order, final boolean lent) {
        return new OrderCancelled(
                order.getNumber(), order.getEmployee(), order.getEquipment(), order.getQuantity(), lent);
    }

    private static Ruling<RentalCommand, RentalEvent> happens(final Order order, final RentalEvent event) {
        return Ruling.<RentalCommand, RentalEvent>accept(event).showing(ORDERS, order.getNumber());
    }

    private static String onlySoMuch(final Equipment equipment, final long available) {
        return "Of " + equipment.getName() + " only " + available + " can be had now.";
    }

    private static Refused outOfStock(final Refused refused, final Equipment equipment, final long available) {
        return Refusal.with(Refusal.with(refused, "item", equipment.getEquipment()), "available", available);
    }

    private static Ruling<RentalCommand, RentalEvent> wrongState(final Order order, final String detail) {
        return Ruling.refuse(Refusal.wrongState(order.getStatus(), detail));
    }
}
