package io.millrace.riders;

import io.millrace.backbone.Business;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Rules;
import io.millrace.schemas.riders.AcceptDelivery;
import io.millrace.schemas.riders.CallCommand;
import io.millrace.schemas.riders.CallRider;
import io.millrace.schemas.riders.CompleteDelivery;
import io.millrace.schemas.riders.DeliveryCommand;
import io.millrace.schemas.riders.PickDelivery;
import io.millrace.schemas.riders.RidersAlarm;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.schemas.riders.RidersEvent;
import io.millrace.schemas.riders.RidersJournal;
import io.millrace.schemas.riders.RidersReceipt;
import io.millrace.schemas.riders.SetHouseRules;
import io.millrace.schemas.riders.ZoneCommand;

/** What tests ask of a zone, and zones that decide or fold as a test wants them to. */
final class Deliveries {

    private Deliveries() {}

    static CallRider call(final String restaurant, final long cost) {
        return new CallRider(restaurant, "12 Teheran-ro", cost);
    }

    static AcceptDelivery accept(final long number, final String rider) {
        return new AcceptDelivery(number, rider);
    }

    static PickDelivery pick(final long number, final String rider) {
        return new PickDelivery(number, rider);
    }

    static CompleteDelivery complete(final long number, final String rider) {
        return new CompleteDelivery(number, rider);
    }

    static SetHouseRules atMost(final long maxActive) {
        return new SetHouseRules(null, maxActive, "Asia/Seoul");
    }

    static Business with(final Rules<RidersCommand, RidersEvent> rules) {
        return Business.named("riders")
                .input("zones", ZoneCommand.class, "dispatcher")
                .input("calls", CallCommand.class, "restaurant")
                .input("deliveries", DeliveryCommand.class, "rider")
                .says(RidersAlarm.class, RidersJournal.class, RidersReceipt.class)
                .rules(rules)
                .house(ZoneBooks.HOUSE, ZoneBooks::defaultHouse)
                .keeps(ZoneBooks.DELIVERIES, ZoneBooks.CALLS, ZoneBooks.RIDERS, ZoneBooks.RESTAURANTS)
                .personals(Riders.BUSINESS.personals().toArray(Personal[]::new))
                .declare();
    }
}
