package io.millrace.coffeeshop;

import io.millrace.backbone.History;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.OrderStatus;
import io.millrace.schemas.coffeeshop.Production;
import io.millrace.schemas.coffeeshop.ProductionStatus;
import java.time.Instant;

/** The steps in the life of an order, each with its production. */
final class OrderLife {

    private OrderLife() {}

    static Order placed(final OrderPlaced e, final Instant at) {
        return new Order(
                e.getNumber(),
                e.getCustomer(),
                e.getProduct(),
                e.getQuantity(),
                OrderStatus.REQUESTED,
                new Production(ProductionStatus.WAITING),
                History.begun(OrderStatus.REQUESTED, at),
                at,
                at);
    }

    static Order ranOut(final Order order, final Instant at) {
        return step(order, OrderStatus.OUT_OF_STOCK, ProductionStatus.OUT_OF_STOCK, at);
    }

    static Order started(final Order order, final Instant at) {
        return step(order, OrderStatus.MAKING, ProductionStatus.STARTED, at);
    }

    static Order completed(final Order order, final Instant at) {
        return step(order, OrderStatus.COMPLETED, ProductionStatus.COMPLETED, at);
    }

    static Order canceled(final Order order, final Instant at) {
        return step(order, OrderStatus.CANCELED, ProductionStatus.CANCELED, at);
    }

    private static Order step(
            final Order order, final OrderStatus status, final ProductionStatus production, final Instant at) {
        return new Order(
                order.getNumber(),
                order.getCustomer(),
                order.getProduct(),
                order.getQuantity(),
                status,
                new Production(production),
                History.and(order.getHistory(), status, at),
                order.getPlacedAt(),
                at);
    }
}
