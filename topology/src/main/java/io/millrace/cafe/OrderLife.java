package io.millrace.cafe;

import io.millrace.schemas.Step;
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
import java.util.ArrayList;
import java.util.List;

/** The steps in the life of an order, each with its payment, production and delivery. */
final class OrderLife {

    private OrderLife() {}

    static Order placed(final OrderPlaced e, final Instant at) {
        return Order.newBuilder()
                .setNumber(e.getNumber())
                .setCustomer(e.getCustomer())
                .setType(e.getType())
                .setLines(e.getLines())
                .setAmount(e.getAmount())
                .setStatus(OrderStatus.REQUESTED)
                .setPayment(new Payment(PaymentStatus.PAYMENT_REQUESTED, e.getAmount()))
                .setHistory(List.of(new Step(OrderStatus.REQUESTED.name(), at)))
                .setPlacedAt(at)
                .setUpdatedAt(at)
                .build();
    }

    static Order paid(final Order order, final Instant at) {
        return step(order, OrderStatus.MAKING, at)
                .setPayment(new Payment(PaymentStatus.APPROVED, order.getAmount()))
                .setProduction(new Production(ProductionStatus.MAKING))
                .build();
    }

    static Order canceled(final Order order, final OrderCanceled e, final Instant at) {
        final Order.Builder canceled = step(order, e.getStatus(), at)
                .setReason(e.getReason())
                .setPayment(new Payment(PaymentStatus.PAYMENT_CANCELED, order.getAmount()));
        if (order.getProduction() != null) {
            canceled.setProduction(new Production(ProductionStatus.CANCELED));
        }
        return canceled.build();
    }

    /** Made: to take out, it is ready; to deliver, it leaves at once or waits for a rider. */
    static Order made(final Order order, final Dispatch dispatch, final Instant at) {
        final Production completed = new Production(ProductionStatus.COMPLETED);
        if (order.getType() == OrderType.TAKEOUT) {
            return step(order, OrderStatus.COMPLETED, at)
                    .setProduction(completed)
                    .build();
        }
        return switch (dispatch) {
            case RIDER ->
                step(order, OrderStatus.COMPLETED, at)
                        .setProduction(completed)
                        .setDelivery(new Delivery(DeliveryStatus.WAITING))
                        .build();
            case AUTO ->
                step(order, OrderStatus.DELIVERY_IN_PROGRESS, at)
                        .setProduction(completed)
                        .setDelivery(new Delivery(DeliveryStatus.PROGRESS))
                        .build();
        };
    }

    static Order left(final Order order, final Instant at) {
        return step(order, OrderStatus.DELIVERY_IN_PROGRESS, at)
                .setDelivery(new Delivery(DeliveryStatus.PROGRESS))
                .build();
    }

    static Order arrived(final Order order, final Instant at) {
        return step(order, OrderStatus.DELIVERY_COMPLETED, at)
                .setDelivery(new Delivery(DeliveryStatus.COMPLETED))
                .build();
    }

    private static Order.Builder step(final Order order, final OrderStatus status, final Instant at) {
        final List<Step> history = new ArrayList<>(order.getHistory());
        history.add(new Step(status.name(), at));
        return Order.newBuilder(order).setStatus(status).setHistory(history).setUpdatedAt(at);
    }
}
