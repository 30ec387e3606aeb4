package io.millrace.riders;

import static io.millrace.riders.ZoneBooks.DELIVERIES;
import static io.millrace.riders.ZoneBooks.RESTAURANTS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.riders.CallRider;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryCalled;
import io.millrace.schemas.riders.DeliveryCanceled;
import io.millrace.schemas.riders.RestaurantJoined;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.schemas.riders.RidersEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What restaurants may do: call a rider, and cancel until the delivery is picked up. Nothing here asks for a rider: a
 * call stays open until somebody takes it.
 */
final class CallRules {

    private CallRules() {}

    static Ruling<RidersCommand, RidersEvent> call(final CallRider c, final Books books) {
        final long number = books.next(DELIVERIES);
        final List<RidersEvent> events = new ArrayList<>();
        if (books.find(RESTAURANTS, c.getRestaurant()).isEmpty()) {
            events.add(new RestaurantJoined(c.getRestaurant()));
        }
        events.add(new DeliveryCalled(number, c.getRestaurant(), c.getDestination(), c.getCost()));
        return Ruling.<RidersCommand, RidersEvent>accept(events).showing(DELIVERIES, number);
    }

    static Ruling<RidersCommand, RidersEvent> cancel(final Delivery delivery) {
        return switch (delivery.getStatus()) {
            case CALLED, ACCEPTED ->
                DeliveryRules.happens(
                        delivery,
                        new DeliveryCanceled(
                                delivery.getNumber(),
                                delivery.getRestaurant(),
                                delivery.getCost(),
                                delivery.getRider()));
            case PICKED, COMPLETED ->
                DeliveryRules.wrongState(delivery, "A delivery can be canceled only until it is picked up.");
            case CANCELED -> DeliveryRules.wrongState(delivery, "This delivery is canceled already.");
        };
    }
}
