package io.millrace.cafe;

import static io.millrace.cafe.ShopBooks.ITEMS;
import static io.millrace.cafe.ShopBooks.OPEN;
import static io.millrace.cafe.ShopBooks.ORDERS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.cafe.CafeCommand;
import io.millrace.schemas.cafe.CafeEvent;
import io.millrace.schemas.cafe.DeliveryCompleted;
import io.millrace.schemas.cafe.DeliveryStarted;
import io.millrace.schemas.cafe.DeliveryStatus;
import io.millrace.schemas.cafe.ExpirePayment;
import io.millrace.schemas.cafe.House;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.ItemRemoved;
import io.millrace.schemas.cafe.Line;
import io.millrace.schemas.cafe.OpenOrder;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderPlaced;
import io.millrace.schemas.cafe.OrderStatus;
import io.millrace.schemas.cafe.PaymentApproved;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.ProductionCompleted;
import io.millrace.schemas.cafe.Want;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to an order, and when: REQUESTED, paid it is MAKING, made it is COMPLETED or on its way
 * (DELIVERY_IN_PROGRESS), then DELIVERY_COMPLETED. Until it is made it can be CANCELED.
 */
final class OrderRules {

    static final String SOLD_OUT = "음료 재료 소진으로 주문이 불가합니다.";

    private OrderRules() {}

    /** All lines or nothing. */
    static Ruling<CafeCommand, CafeEvent> place(
            final PlaceOrder c, final Books books, final House house, final Instant now) {
        final List<Line> lines = new ArrayList<>();
        final Map<String, Long> taken = new HashMap<>();
        for (final Want want : c.getLines()) {
            final Optional<Item> found = books.find(ITEMS, want.getItem());
            if (found.isEmpty()) {
                return Ruling.refuse(Refusal.with(
                        Refusal.unprocessable("UNKNOWN_ITEM", want.getItem() + " is not on the menu."),
                        "item",
                        want.getItem()));
            }
            final Item item = found.get();
            if (!ShopBooks.level(item).covers(taken.merge(want.getItem(), want.getQuantity(), Math::addExact))) {
                return Ruling.refuse(Refusal.with(
                        Refusal.with(Refusal.unprocessable("OUT_OF_STOCK", SOLD_OUT), "item", want.getItem()),
                        "available",
                        item.getStock()));
            }
            lines.add(new Line(
                    item.getItem(),
                    item.getName(),
                    item.getPrice(),
                    want.getQuantity(),
                    item.getPrice() * want.getQuantity()));
        }
        final long number = books.next(ORDERS);
        final long amount = lines.stream().mapToLong(Line::getAmount).sum();
        return Ruling.<CafeCommand, CafeEvent>accept(
                        new OrderPlaced(number, c.getCustomer(), c.getType(), lines, amount))
                .showing(ORDERS, number)
                .alarm(now.plus(Duration.parse(house.getPaymentTimeout())), new ExpirePayment(number));
    }

    static Ruling<CafeCommand, CafeEvent> approve(final Order order, final Books books) {
        return order.getStatus() == OrderStatus.REQUESTED
                ? happens(
                        order,
                        new PaymentApproved(
                                order.getNumber(), order.getCustomer(), order.getLines(), order.getAmount()))
                : wrongState(order, "Only an order that waits for its payment can be paid.");
    }

    static Ruling<CafeCommand, CafeEvent> cancelPayment(final Order order, final Books books) {
        return isOpen(order)
                ? happens(order, canceled(order, OrderStatus.CANCELED, null, order.getLines()))
                : wrongState(order, "A payment can be canceled only before the order is made.");
    }

    /** Nothing paid in time. Whatever else happened meanwhile, the alarm has nothing to do. */
    static Ruling<CafeCommand, CafeEvent> expire(final Order order, final Books books) {
        return order.getStatus() == OrderStatus.REQUESTED
                ? happens(order, canceled(order, OrderStatus.CANCELED, "PAYMENT_TIMEOUT", order.getLines()))
                : Ruling.accept();
    }

    static Ruling<CafeCommand, CafeEvent> cancel(final Order order, final Books books) {
        return switch (order.getStatus()) {
            case REQUESTED, MAKING -> happens(order, canceled(order, OrderStatus.CANCELED, null, order.getLines()));
            case CANCELED, FORCE_CANCELED ->
                Ruling.refuse(Refusal.with(
                        Refusal.conflict("ALREADY_CANCELED", "Order " + order.getNumber() + " is canceled already."),
                        "state",
                        order.getStatus().name()));
            case COMPLETED, DELIVERY_IN_PROGRESS, DELIVERY_COMPLETED ->
                Ruling.refuse(Refusal.with(
                        Refusal.conflict("TOO_LATE", "Order " + order.getNumber() + " is made already."),
                        "state",
                        order.getStatus().name()));
        };
    }

    static Ruling<CafeCommand, CafeEvent> make(final Order order, final House house) {
        return order.getStatus() == OrderStatus.MAKING
                ? happens(
                        order,
                        new ProductionCompleted(
                                order.getNumber(),
                                order.getCustomer(),
                                order.getType(),
                                house.getDispatch(),
                                order.getLines().stream().map(Line::getItem).toList()))
                : wrongState(order, "Only an order that is being made can be completed.");
    }

    static Ruling<CafeCommand, CafeEvent> leave(final Order order, final Books books) {
        return deliveryIs(DeliveryStatus.WAITING, order)
                ? happens(order, new DeliveryStarted(order.getNumber(), order.getCustomer()))
                : wrongState(order, "Only a delivery that waits can start.");
    }

    static Ruling<CafeCommand, CafeEvent> arrive(final Order order, final Books books) {
        return deliveryIs(DeliveryStatus.PROGRESS, order)
                ? happens(order, new DeliveryCompleted(order.getNumber(), order.getCustomer()))
                : wrongState(order, "Only a delivery in progress can be completed.");
    }

    /** The item goes, and with it every order that isn't made yet: what else is in them goes back on the menu. */
    static List<CafeEvent> removing(final String item, final Books books) {
        final List<CafeEvent> events = new ArrayList<>();
        events.add(new ItemRemoved(item));
        for (final OpenOrder open : books.all(OPEN)) {
            if (open.getItems().contains(item)) {
                books.find(ORDERS, open.getNumber()).ifPresent(order -> {
                    final List<Line> others = order.getLines().stream()
                            .filter(line -> !line.getItem().equals(item))
                            .toList();
                    events.add(canceled(order, OrderStatus.FORCE_CANCELED, "ITEM_REMOVED", others));
                });
            }
        }
        return events;
    }

    private static Ruling<CafeCommand, CafeEvent> happens(final Order order, final CafeEvent event) {
        return Ruling.<CafeCommand, CafeEvent>accept(event).showing(ORDERS, order.getNumber());
    }

    private static OrderCanceled canceled(
            final Order order, final OrderStatus status, final @Nullable String reason, final List<Line> restored) {
        final Instant paidAt = order.getHistory().stream()
                .filter(step -> step.getStatus().equals(OrderStatus.MAKING.name()))
                .map(step -> step.getAt())
                .findFirst()
                .orElse(null);
        return OrderCanceled.newBuilder()
                .setNumber(order.getNumber())
                .setCustomer(order.getCustomer())
                .setStatus(status)
                .setReason(reason)
                .setLines(order.getLines())
                .setRestored(restored.stream()
                        .map(line -> new Want(line.getItem(), line.getQuantity()))
                        .toList())
                .setPaidAt(paidAt)
                .build();
    }

    private static boolean isOpen(final Order order) {
        return order.getStatus() == OrderStatus.REQUESTED || order.getStatus() == OrderStatus.MAKING;
    }

    private static boolean deliveryIs(final DeliveryStatus status, final Order order) {
        return order.getDelivery() != null && order.getDelivery().getStatus() == status;
    }

    private static Ruling<CafeCommand, CafeEvent> wrongState(final Order order, final String detail) {
        return Ruling.refuse(Refusal.wrongState(order.getStatus(), detail));
    }
}
