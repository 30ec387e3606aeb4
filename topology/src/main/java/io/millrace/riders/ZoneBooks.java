package io.millrace.riders;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.riders.Call;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.DeliveryCalled;
import io.millrace.schemas.riders.DeliveryCanceled;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.DeliveryPicked;
import io.millrace.schemas.riders.House;
import io.millrace.schemas.riders.HouseRulesSet;
import io.millrace.schemas.riders.Restaurant;
import io.millrace.schemas.riders.RestaurantJoined;
import io.millrace.schemas.riders.Rider;
import io.millrace.schemas.riders.RiderJoined;
import io.millrace.schemas.riders.RidersEvent;
import java.time.Instant;

/** What a zone keeps, and what each event does to it. */
public final class ZoneBooks {

    public static final Shelf<House> HOUSE = Shelf.single("house", House.class);
    public static final Shelf<Delivery> DELIVERIES = Shelf.numbered("deliveries", Delivery.class, Delivery::getNumber);

    /** Calls that no rider has taken yet, in the order they came. */
    public static final Shelf<Call> CALLS = Shelf.byNumber("calls", Call.class, Call::getNumber);

    public static final Shelf<Rider> RIDERS = Shelf.named("riders", Rider.class, Rider::getRider);
    public static final Shelf<Restaurant> RESTAURANTS =
            Shelf.named("restaurants", Restaurant.class, Restaurant::getRestaurant);

    private ZoneBooks() {}

    static House defaultHouse(final Moment moment) {
        return new House(null, 3L, "Asia/Seoul", moment.now());
    }

    static void fold(final RidersEvent event, final Rows rows, final Moment moment) {
        final Instant at = moment.now();
        switch (event) {
            case HouseRulesSet e -> rows.put(HOUSE, new House(e.getName(), e.getMaxActive(), e.getTimeZone(), at));
            case RestaurantJoined e -> rows.put(RESTAURANTS, RestaurantAccount.opened(e, at));
            case RiderJoined e -> rows.put(RIDERS, RiderAccount.opened(e, at));
            case DeliveryCalled e -> called(e, rows, at);
            case DeliveryAccepted e -> accepted(e, rows, at);
            case DeliveryPicked e -> picked(e, rows, at);
            case DeliveryCompleted e -> completed(e, rows, at);
            case DeliveryCanceled e -> canceled(e, rows, at);
        }
    }

    private static void called(final DeliveryCalled e, final Rows rows, final Instant at) {
        rows.put(DELIVERIES, DeliveryLife.called(e, at));
        rows.put(CALLS, new Call(e.getNumber(), e.getRestaurant(), e.getDestination(), e.getCost(), at, at));
        rows.change(RESTAURANTS, e.getRestaurant(), it -> RestaurantAccount.called(it, e.getCost(), at));
    }

    private static void accepted(final DeliveryAccepted e, final Rows rows, final Instant at) {
        rows.change(DELIVERIES, e.getNumber(), it -> DeliveryLife.accepted(it, e.getRider(), at));
        rows.remove(CALLS, e.getNumber());
        rows.change(RIDERS, e.getRider(), it -> RiderAccount.accepted(it, e, at));
    }

    private static void picked(final DeliveryPicked e, final Rows rows, final Instant at) {
        rows.change(DELIVERIES, e.getNumber(), it -> DeliveryLife.picked(it, e.getRider(), at));
        rows.remove(CALLS, e.getNumber());
        rows.change(RIDERS, e.getRider(), it -> RiderAccount.picked(it, e, at));
    }

    private static void completed(final DeliveryCompleted e, final Rows rows, final Instant at) {
        rows.change(DELIVERIES, e.getNumber(), it -> DeliveryLife.completed(it, e.getSettled(), at));
        rows.change(RIDERS, e.getRider(), it -> RiderAccount.completed(it, e, at));
        rows.change(RESTAURANTS, e.getRestaurant(), it -> RestaurantAccount.completed(it, e.getSettled(), at));
    }

    private static void canceled(final DeliveryCanceled e, final Rows rows, final Instant at) {
        rows.change(DELIVERIES, e.getNumber(), it -> DeliveryLife.canceled(it, at));
        rows.remove(CALLS, e.getNumber());
        if (e.getRider() != null) {
            rows.change(RIDERS, e.getRider(), it -> RiderAccount.released(it, e.getNumber(), at));
        }
        rows.change(RESTAURANTS, e.getRestaurant(), it -> RestaurantAccount.canceled(it, e.getCost(), at));
    }
}
