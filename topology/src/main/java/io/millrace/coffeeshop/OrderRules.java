package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopBooks.ORDERS;
import static io.millrace.coffeeshop.ShopBooks.PLACES;
import static io.millrace.coffeeshop.ShopBooks.QUEUES;

import io.millrace.backbone.Books;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.coffeeshop.CoffeeshopCommand;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.Place;
import io.millrace.schemas.coffeeshop.PlaceOrder;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.Queue;

/**
 * What may happen to an order at the counter: it is taken whatever there is in stock, and can be canceled until the
 * kitchen starts it.
 */
final class OrderRules {

    private OrderRules() {}

    static Ruling<CoffeeshopCommand, CoffeeshopEvent> place(final PlaceOrder c, final Books books) {
        final long number = books.next(ORDERS);
        final Long ahead =
                books.find(QUEUES, c.getProduct()).map(Queue::getLast).orElse(null);
        return Ruling.<CoffeeshopCommand, CoffeeshopEvent>accept(
                        new OrderPlaced(number, c.getCustomer(), c.getProduct(), c.getQuantity(), ahead))
                .showing(ORDERS, number);
    }

    static Ruling<CoffeeshopCommand, CoffeeshopEvent> cancel(final Order order, final Books books) {
        return switch (order.getProduction().getStatus()) {
            case WAITING, OUT_OF_STOCK -> happens(order, canceled(order, books));
            case STARTED, COMPLETED ->
                Ruling.refuse(Refusal.with(
                        Refusal.conflict(
                                "PRODUCTION_STARTED", "The kitchen has started order " + order.getNumber() + "."),
                        "state",
                        order.getStatus().name()));
            case CANCELED ->
                Ruling.refuse(
                        Refusal.wrongState(order.getStatus(), "Order " + order.getNumber() + " is canceled already."));
        };
    }

    static Ruling<CoffeeshopCommand, CoffeeshopEvent> complete(final Order order, final Books books) {
        return switch (order.getProduction().getStatus()) {
            case STARTED -> happens(order, completed(order));
            case WAITING, OUT_OF_STOCK, COMPLETED, CANCELED ->
                Ruling.refuse(Refusal.wrongState(
                        order.getProduction().getStatus(), "Only what the kitchen has started can be completed."));
        };
    }

    static ProductionCompleted completed(final Order order) {
        return new ProductionCompleted(order.getNumber(), order.getCustomer(), order.getProduct(), order.getQuantity());
    }

    private static OrderCanceled canceled(final Order order, final Books books) {
        final Place place = books.find(PLACES, order.getNumber()).orElseThrow();
        return new OrderCanceled(
                order.getNumber(),
                order.getCustomer(),
                order.getProduct(),
                order.getQuantity(),
                place.getAhead(),
                place.getBehind());
    }

    private static Ruling<CoffeeshopCommand, CoffeeshopEvent> happens(final Order order, final CoffeeshopEvent event) {
        return Ruling.<CoffeeshopCommand, CoffeeshopEvent>accept(event).showing(ORDERS, order.getNumber());
    }
}
