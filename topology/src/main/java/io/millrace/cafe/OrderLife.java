package io.millrace.cafe;

import io.millrace.backbone.History;
import io.millrace.schemas.cafe.Delivery;
import io.millrace.schemas.cafe.DeliveryStatus;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderPlaced;
import io.millrace.schemas.cafe.OrderStatus;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.Payment;
import io.millrace.schemas.cafe.PaymentStatus;
import io.millrace.schemas.cafe.Production;
import io.millrace.schemas.cafe.ProductionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The steps in the life of an order, each with its payment, production and delivery. */
final class OrderLife {

    private OrderLife() {}

    static Order placed(final OrderPlaced e, final Instant at) {
        return new Order(
                e.getNumber(),
                e.getCustomer(),
                e.getType(),
                e.getLines(),
                e.getAmount(),
                OrderStatus.REQUESTED,
                null,
                new Payment(PaymentStatus.PAYMENT_REQUESTED, e.getAmount()),
                null,
                null,
                History.begun(OrderStatus.REQUESTED, at),
                at,
                at);
    }

    static Order paid(final Order order, final Instant at) {
        final Payment approved = new Payment(PaymentStatus.APPROVED, order.getAmount());
        return step(order, OrderStatus.MAKING, null, approved, new Production(ProductionStatus.MAKING), null, at);
    }

    static Order canceled(final Order order, final OrderCanceled e, final Instant at) {
        final Payment canceled = new Payment(PaymentStatus.PAYMENT_CANCELED, order.getAmount());
        final Production stopped = order.getProduction() == null ? null : new Production(ProductionStatus.CANCELED);
        return step(order, e.getStatus(), e.getReason(), canceled, stopped, null, at);
    }

    /** Made: to take out, it is ready; to deliver, it leaves at once or waits for a rider. */
    static Order made(final Order order, final Dispatch dispatch, final Instant at) {
        final Production completed = new Production(ProductionStatus.COMPLETED);
        if (order.getType() == OrderType.TAKEOUT) {
            return step(order, OrderStatus.COMPLETED, null, order.getPayment(), completed, null, at);
        }
        return switch (dispatch) {
            case RIDER -> {
                final Delivery waits = new Delivery(DeliveryStatus.WAITING);
                yield step(order, OrderStatus.COMPLETED, null, order.getPayment(), completed, waits, at);
            }
            case AUTO -> {
                final Delivery leaves = new Delivery(DeliveryStatus.PROGRESS);
                yield step(order, OrderStatus.DELIVERY_IN_PROGRESS, null, order.getPayment(), completed, leaves, at);
            }
        };
    }

    static Order left(final Order order, final Instant at) {
        return delivery(order, OrderStatus.DELIVERY_IN_PROGRESS, DeliveryStatus.PROGRESS, at);
    }

    static Order arrived(final Order order, final Instant at) {
        return delivery(order, OrderStatus.DELIVERY_COMPLETED, DeliveryStatus.COMPLETED, at);
    }

    private static Order delivery(
            final Order order, final OrderStatus status, final DeliveryStatus delivery, final Instant at) {
        return step(order, status, null, order.getPayment(), order.getProduction(), new Delivery(delivery), at);
    }

    private static Order step(
            final Order order,
            final OrderStatus status,
            final @Nullable String reason,
            final Payment payment,
            final @Nullable Production production,
            final @Nullable Delivery delivery,
            final Instant at) {
        return new Order(
                order.getNumber(),
                order.getCustomer(),
                order.getType(),
                order.getLines(),
                order.getAmount(),
                status,
                reason,
                payment,
                production,
                delivery,
                History.and(order.getHistory(), status, at),
                order.getPlacedAt(),
                at);
    }
}
