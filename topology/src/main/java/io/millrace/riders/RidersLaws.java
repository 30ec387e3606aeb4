package io.millrace.riders;

import io.millrace.backbone.Auditor;
import io.millrace.backbone.Ledger;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Steps;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.DeliveryCalled;
import io.millrace.schemas.riders.DeliveryCanceled;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.DeliveryPicked;
import io.millrace.schemas.riders.HouseRulesSet;
import io.millrace.schemas.riders.RestaurantJoined;
import io.millrace.schemas.riders.RiderJoined;
import io.millrace.schemas.riders.RidersEvent;
import java.util.Set;

/**
 * What must hold in a zone: one rider per delivery, from hand to hand in order, settled for what was agreed, and nobody with
 * more of them than the house allows.
 */
final class RidersLaws implements Auditor<RidersEvent> {

    static final String ONE_RIDER = "ONE_RIDER_PER_DELIVERY";
    static final String SETTLED = "SETTLED_IS_THE_COST";

    static final String NOT_TOO_MANY = "RIDER_HAS_NOT_TOO_MANY";

    private static final String MOST = "most";
    private static final long MOST_BY_DEFAULT = 3;
    private static final Steps DELIVERY = new Steps("delivery");

    /** Where a delivery stands on its way. */
    private enum At {
        CALLED,
        ACCEPTED,
        PICKED
    }

    @Override
    public void check(final RidersEvent event, final Ledger ledger, final Moment moment) {
        switch (event) {
            case HouseRulesSet e -> ledger.settle(MOST, e.getMaxActive());
            case RestaurantJoined _, RiderJoined _ -> {}
            case DeliveryCalled e -> {
                DELIVERY.begin(e.getNumber(), At.CALLED, ledger);
                ledger.settle(cost(e.getNumber()), e.getCost());
            }
            case DeliveryAccepted e -> {
                DELIVERY.step(e.getNumber(), Set.of(At.CALLED), At.ACCEPTED, ledger);
                taken(e.getNumber(), e.getRider(), ledger);
            }
            case DeliveryPicked e -> {
                DELIVERY.step(e.getNumber(), Set.of(At.CALLED, At.ACCEPTED), At.PICKED, ledger);
                taken(e.getNumber(), e.getRider(), ledger);
            }
            case DeliveryCompleted e -> completed(e, ledger);
            case DeliveryCanceled e -> {
                DELIVERY.end(e.getNumber(), Set.of(At.CALLED, At.ACCEPTED), ledger);
                forget(e.getNumber(), ledger);
            }
        }
    }

    private static void completed(final DeliveryCompleted e, final Ledger ledger) {
        if (DELIVERY.end(e.getNumber(), Set.of(At.ACCEPTED, At.PICKED), ledger)) {
            taken(e.getNumber(), e.getRider(), ledger);
        }
        if (e.getSettled() != ledger.sum(cost(e.getNumber()))) {
            final long cost = ledger.sum(cost(e.getNumber()));
            ledger.violated(SETTLED, "delivery " + e.getNumber() + ": settled " + e.getSettled() + ", due " + cost);
        }
        forget(e.getNumber(), ledger);
    }

    /** Whoever has it keeps it. */
    private static void taken(final long number, final String rider, final Ledger ledger) {
        if (ledger.mark(hands(number)).isEmpty()) {
            ledger.add(active(rider), 1);
            notTooMany(rider, ledger);
        }
        final String has = ledger.mark(hands(number)).orElse(rider);
        if (!has.equals(rider)) {
            ledger.violated(ONE_RIDER, "delivery " + number + " is in the hands of " + has + ", and of " + rider);
        }
        ledger.mark(hands(number), has);
    }

    /** Lowering it takes nothing from whoever has more already. */
    private static void notTooMany(final String rider, final Ledger ledger) {
        final long most = ledger.sum(MOST) == 0 ? MOST_BY_DEFAULT : ledger.sum(MOST);
        if (ledger.sum(active(rider)) > most) {
            ledger.violated(
                    NOT_TOO_MANY, rider + " has " + ledger.sum(active(rider)) + ", and " + most + " is the most");
        }
    }

    private static String active(final String rider) {
        return "active/" + rider;
    }

    private static void forget(final long number, final Ledger ledger) {
        ledger.mark(hands(number)).ifPresent(rider -> ledger.add(active(rider), -1));
        ledger.erase(hands(number));
        ledger.settle(cost(number), 0);
    }

    private static String hands(final long number) {
        return "rider/" + number;
    }

    private static String cost(final long number) {
        return "cost/" + number;
    }
}
