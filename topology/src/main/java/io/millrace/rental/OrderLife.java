package io.millrace.rental;

import io.millrace.backbone.History;
import io.millrace.schemas.rental.Approval;
import io.millrace.schemas.rental.ApprovalStatus;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The steps in the life of an order, each with its approval. */
final class OrderLife {

    private OrderLife() {}

    static Order placed(final OrderPlaced e, final Instant at) {
        final OrderStatus status = e.getApproved() ? OrderStatus.APPROVED : OrderStatus.ORDERED;
        final ApprovalStatus approval = e.getApproved() ? ApprovalStatus.APPROVED : ApprovalStatus.REQUESTED;
        return new Order(
                e.getNumber(),
                e.getEmployee(),
                e.getEquipment(),
                e.getName(),
                e.getQuantity(),
                status,
                null,
                new Approval(approval, null),
                History.begun(status, at),
                at,
                at);
    }

    static Order approved(final Order order, final @Nullable String by, final Instant at) {
        return step(order, OrderStatus.APPROVED, null, new Approval(ApprovalStatus.APPROVED, by), at);
    }

    static Order rejected(final Order order, final OrderRejected e, final Instant at) {
        final Approval approval = new Approval(ApprovalStatus.REJECTED, e.getBy());
        return step(order, OrderStatus.REJECTED, e.getReason(), approval, at);
    }

    static Order cancelled(final Order order, final Instant at) {
        final Approval approval =
                new Approval(ApprovalStatus.CANCELLED, order.getApproval().getBy());
        return step(order, OrderStatus.CANCELLED, order.getReason(), approval, at);
    }

    /** The approval stays what it was: it was given, and used. */
    static Order returned(final Order order, final Instant at) {
        return step(order, OrderStatus.RETURNED, order.getReason(), order.getApproval(), at);
    }

    private static Order step(
            final Order order,
            final OrderStatus status,
            final @Nullable String reason,
            final Approval approval,
            final Instant at) {
        return new Order(
                order.getNumber(),
                order.getEmployee(),
                order.getEquipment(),
                order.getName(),
                order.getQuantity(),
                status,
                reason,
                approval,
                History.and(order.getHistory(), status, at),
                order.getPlacedAt(),
                at);
    }
}
