package io.millrace.riders;

import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.Push;
import io.millrace.schemas.riders.AcceptDelivery;
import io.millrace.schemas.riders.Call;
import io.millrace.schemas.riders.CallCommand;
import io.millrace.schemas.riders.CallRider;
import io.millrace.schemas.riders.CancelDelivery;
import io.millrace.schemas.riders.CompleteDelivery;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryCommand;
import io.millrace.schemas.riders.DeliveryStatus;
import io.millrace.schemas.riders.PaymentStatus;
import io.millrace.schemas.riders.PickDelivery;
import io.millrace.schemas.riders.Restaurant;
import io.millrace.schemas.riders.Rider;
import io.millrace.schemas.riders.RidersAlarm;
import io.millrace.schemas.riders.RidersJournal;
import io.millrace.schemas.riders.RidersReceipt;
import io.millrace.schemas.riders.SetHouseRules;
import io.millrace.schemas.riders.ZoneCommand;

/** Riders' dispatch, as a table of contents. */
public final class Riders {

    private static final Access DISPATCHER = Access.by("dispatcher");
    private static final Access DISPATCHER_OR_RESTAURANT = DISPATCHER.orThe("restaurant");
    private static final Access DISPATCHER_OR_RIDER = DISPATCHER.orAsThemselves("rider", "rider");
    private static final Access DELIVERIES = DISPATCHER.orThe("rider").orThe("restaurant");

    public static final Business BUSINESS = Business.named("riders")
            .desks("zones", "zone")
            .input("zones", ZoneCommand.class, "dispatcher")
            .input("calls", CallCommand.class, "restaurant")
            .input("deliveries", DeliveryCommand.class, "rider")
            .says(RidersAlarm.class, RidersJournal.class, RidersReceipt.class)
            .rules(new ZoneDesk())
            .house(ZoneBooks.HOUSE, ZoneBooks::defaultHouse)
            .houseSeenBy(Access.ANYBODY)
            .keeps(ZoneBooks.DELIVERIES, ZoneBooks.CALLS, ZoneBooks.RIDERS, ZoneBooks.RESTAURANTS)
            .forms(
                    Form.set(SetHouseRules.class).by(DISPATCHER),
                    Form.make("deliveries", CallRider.class).by(DISPATCHER_OR_RESTAURANT),
                    Form.step("deliveries/{number}")
                            .to("ACCEPTED", AcceptDelivery.class)
                            .to("PICKED", PickDelivery.class)
                            .to("COMPLETED", CompleteDelivery.class)
                            .to("CANCELED", CancelDelivery.class, DISPATCHER_OR_RESTAURANT)
                            .by(DISPATCHER_OR_RIDER))
            .listings(
                    Listing.of("calls", ZoneBooks.CALLS)
                            .seenBy(Access.by("dispatcher", "rider").orThe("restaurant"))
                            .fromOldest()
                            .filterText("restaurant", "person", Call::getRestaurant),
                    Listing.of("deliveries", ZoneBooks.DELIVERIES)
                            .seenBy(DELIVERIES)
                            .filter("status", DeliveryStatus.class, Delivery::getStatus)
                            .filterText("rider", "person", Delivery::getRider)
                            .filterText("restaurant", "person", Delivery::getRestaurant),
                    Listing.of("payments", ZoneBooks.DELIVERIES)
                            .as(RidersPages::payment)
                            .seenBy(DELIVERIES)
                            .filter("status", PaymentStatus.class, RidersPages::paymentStatus)
                            .filterText("rider", "person", Delivery::getRider)
                            .filterText("restaurant", "person", Delivery::getRestaurant),
                    Pushes.listing("delivery", "person").seenBy(DISPATCHER.orThe("person")))
            .personals(
                    Personal.of("riders", "rider")
                            .track("accounts", ZoneBooks.RIDERS, Rider::getRider)
                            .track("deliveries", ZoneBooks.DELIVERIES, Delivery::getRider)
                            .track("pushes", Pushes.SHELF, Push::getPerson)
                            .showing(RiderPage::of),
                    Personal.of("restaurants", "restaurant")
                            .track("accounts", ZoneBooks.RESTAURANTS, Restaurant::getRestaurant)
                            .track("deliveries", ZoneBooks.DELIVERIES, Delivery::getRestaurant)
                            .track("pushes", Pushes.SHELF, Push::getPerson)
                            .showing(RestaurantPage::of))
            .notices(RidersNotices::of)
            .audit(new RidersLaws())
            .declare();

    private Riders() {}
}
