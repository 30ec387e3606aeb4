package io.millrace.rental;

import io.millrace.backbone.Auditor;
import io.millrace.backbone.Ledger;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Steps;
import io.millrace.schemas.rental.BacklogWorked;
import io.millrace.schemas.rental.Equipment;
import io.millrace.schemas.rental.EquipmentRegistered;
import io.millrace.schemas.rental.EquipmentRestocked;
import io.millrace.schemas.rental.HouseRulesSet;
import io.millrace.schemas.rental.OrderApproved;
import io.millrace.schemas.rental.OrderCancelled;
import io.millrace.schemas.rental.OrderPlaced;
import io.millrace.schemas.rental.OrderRejected;
import io.millrace.schemas.rental.OrderReturned;
import io.millrace.schemas.rental.RentalEvent;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What must add up at a depot: on hand and lent are what was registered and restocked; an order goes one way. */
final class RentalLaws implements Auditor<RentalEvent> {

    static final String STOCK = "STOCK_NEVER_NEGATIVE";
    static final String ADDS_UP = "ON_HAND_AND_LENT_ADD_UP";
    static final String QUANTITY = "BACK_COMES_WHAT_WAS_ASKED_FOR";

    private static final Steps ORDER = new Steps("order");
    private static final String ON_HAND = "hand/";
    private static final String LENT = "lent/";
    private static final String WAITING = "waiting/";

    /** Where an order stands on its way. */
    private enum At {
        WAITING,
        LENT
    }

    @Override
    public void check(final RentalEvent event, final Ledger ledger, final Moment moment) {
        switch (event) {
            case HouseRulesSet _, BacklogWorked _ -> {}
            case EquipmentRegistered e -> ledger.settle(ON_HAND + e.getEquipment(), e.getStock());
            case EquipmentRestocked e -> ledger.add(ON_HAND + e.getEquipment(), e.getQuantity());
            case OrderPlaced e -> placed(e, ledger);
            case OrderApproved e -> {
                ORDER.step(e.getNumber(), Set.of(At.WAITING), At.LENT, ledger);
                asked(e.getNumber(), e.getQuantity(), ledger);
                ledger.add(WAITING + e.getEquipment(), -e.getQuantity());
                lend(e.getEquipment(), e.getQuantity(), ledger);
            }
            case OrderRejected e -> ended(e.getNumber(), e.getEquipment(), e.getQuantity(), At.WAITING, ledger);
            case OrderCancelled e ->
                ended(e.getNumber(), e.getEquipment(), e.getQuantity(), e.getLent() ? At.LENT : At.WAITING, ledger);
            case OrderReturned e -> ended(e.getNumber(), e.getEquipment(), e.getQuantity(), At.LENT, ledger);
        }
    }

    @Override
    public void shown(final SpecificRecord resource, final Ledger ledger, final Moment moment) {
        if (resource instanceof Equipment it) {
            says(ON_HAND + it.getEquipment(), it.getStock(), ledger);
            says(LENT + it.getEquipment(), it.getLent(), ledger);
            says(WAITING + it.getEquipment(), it.getWaiting(), ledger);
        }
    }

    private static void says(final String account, final long amount, final Ledger ledger) {
        if (amount != ledger.sum(account)) {
            ledger.violated(ADDS_UP, account + " is said to be " + amount + ", but adds up to " + ledger.sum(account));
            ledger.settle(account, amount);
        }
    }

    private static void placed(final OrderPlaced e, final Ledger ledger) {
        ORDER.begin(e.getNumber(), e.getApproved() ? At.LENT : At.WAITING, ledger);
        ledger.settle(quantity(e.getNumber()), e.getQuantity());
        if (e.getApproved()) {
            lend(e.getEquipment(), e.getQuantity(), ledger);
        } else {
            ledger.add(WAITING + e.getEquipment(), e.getQuantity());
        }
    }

    private static void lend(final String equipment, final long quantity, final Ledger ledger) {
        ledger.add(ON_HAND + equipment, -quantity);
        ledger.add(LENT + equipment, quantity);
        if (ledger.sum(ON_HAND + equipment) < 0) {
            ledger.violated(STOCK, equipment + " is at " + ledger.sum(ON_HAND + equipment));
        }
    }

    /** What ends where it was lent goes back on hand; what ends waiting only waits no more. */
    private static void ended(
            final long number, final String equipment, final long quantity, final At from, final Ledger ledger) {
        ORDER.end(number, Set.of(from), ledger);
        asked(number, quantity, ledger);
        switch (from) {
            case LENT -> {
                ledger.add(LENT + equipment, -quantity);
                ledger.add(ON_HAND + equipment, quantity);
            }
            case WAITING -> ledger.add(WAITING + equipment, -quantity);
        }
        ledger.settle(quantity(number), 0);
    }

    private static void asked(final long number, final long quantity, final Ledger ledger) {
        if (quantity != ledger.sum(quantity(number))) {
            final long asked = ledger.sum(quantity(number));
            ledger.violated(QUANTITY, "order " + number + " is about " + quantity + ", but was for " + asked);
        }
    }

    private static String quantity(final long number) {
        return "quantity/" + number;
    }
}
