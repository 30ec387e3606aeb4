package io.millrace.riders;

import io.millrace.backbone.History;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryCalled;
import io.millrace.schemas.riders.DeliveryStatus;
import io.millrace.schemas.riders.Payment;
import io.millrace.schemas.riders.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The steps in the life of a delivery, each with its payment. */
final class DeliveryLife {

    private DeliveryLife() {}

    static Delivery called(final DeliveryCalled e, final Instant at) {
        return new Delivery(
                e.getNumber(),
                e.getRestaurant(),
                e.getDestination(),
                e.getCost(),
                0L,
                DeliveryStatus.CALLED,
                null,
                new Payment(e.getCost(), PaymentStatus.REGISTERED),
                History.begun(DeliveryStatus.CALLED, at),
                at,
                at);
    }

    static Delivery accepted(final Delivery delivery, final String rider, final Instant at) {
        return step(delivery, DeliveryStatus.ACCEPTED, rider, PaymentStatus.REGISTERED, 0, at);
    }

    static Delivery picked(final Delivery delivery, final String rider, final Instant at) {
        return step(delivery, DeliveryStatus.PICKED, rider, PaymentStatus.REGISTERED, 0, at);
    }

    static Delivery completed(final Delivery delivery, final long settled, final Instant at) {
        return step(delivery, DeliveryStatus.COMPLETED, delivery.getRider(), PaymentStatus.SETTLED, settled, at);
    }

    /** Who had accepted it stays written on it. */
    static Delivery canceled(final Delivery delivery, final Instant at) {
        return step(delivery, DeliveryStatus.CANCELED, delivery.getRider(), PaymentStatus.VOIDED, 0, at);
    }

    private static Delivery step(
            final Delivery delivery,
            final DeliveryStatus status,
            final @Nullable String rider,
            final PaymentStatus payment,
            final long settled,
            final Instant at) {
        return new Delivery(
                delivery.getNumber(),
                delivery.getRestaurant(),
                delivery.getDestination(),
                delivery.getCost(),
                settled,
                status,
                rider,
                new Payment(delivery.getCost(), payment),
                History.and(delivery.getHistory(), status, at),
                delivery.getCalledAt(),
                at);
    }
}
