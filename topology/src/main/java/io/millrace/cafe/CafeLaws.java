package io.millrace.cafe;

import io.millrace.backbone.Auditor;
import io.millrace.backbone.Ledger;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Steps;
import io.millrace.schemas.cafe.CafeEvent;
import io.millrace.schemas.cafe.DeliveryCompleted;
import io.millrace.schemas.cafe.DeliveryStarted;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.HouseRulesSet;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.ItemChanged;
import io.millrace.schemas.cafe.ItemRegistered;
import io.millrace.schemas.cafe.ItemRemoved;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.schemas.cafe.Line;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderPlaced;
import io.millrace.schemas.cafe.OrderType;
import io.millrace.schemas.cafe.PaymentApproved;
import io.millrace.schemas.cafe.ProductionCompleted;
import io.millrace.schemas.cafe.Want;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What must add up at a shop: stock, money, and an order's one way through it. */
final class CafeLaws implements Auditor<CafeEvent> {

    static final String STOCK = "STOCK_NEVER_NEGATIVE";
    static final String ON_HAND = "STOCK_ADDS_UP";
    static final String RESTORED = "RESTORED_AT_MOST_TAKEN";
    static final String AMOUNT = "LINES_MAKE_THE_AMOUNT";
    static final String PAID = "PAID_IS_THE_AMOUNT";

    private static final Steps ORDER = new Steps("order");

    /** Where an order stands on its way. */
    private enum At {
        PLACED,
        PAID,
        WAITING,
        LEFT
    }

    @Override
    public void check(final CafeEvent event, final Ledger ledger, final Moment moment) {
        switch (event) {
            case HouseRulesSet _, ItemChanged _ -> {}
            case ItemRegistered e -> ledger.settle(stock(e.getItem()), e.getStock());
            case ItemRestocked e -> ledger.add(stock(e.getItem()), e.getQuantity());
            case ItemRemoved e -> ledger.settle(stock(e.getItem()), 0);
            case OrderPlaced e -> placed(e, ledger);
            case PaymentApproved e -> paid(e, ledger);
            case OrderCanceled e -> canceled(e, ledger);
            case ProductionCompleted e -> made(e, ledger);
            case DeliveryStarted e -> ORDER.step(e.getNumber(), Set.of(At.WAITING), At.LEFT, ledger);
            case DeliveryCompleted e -> ORDER.end(e.getNumber(), Set.of(At.LEFT), ledger);
        }
    }

    /** What is registered, restocked and restored, less what was taken, is on hand. */
    @Override
    public void shown(final SpecificRecord resource, final Ledger ledger, final Moment moment) {
        if (resource instanceof Item item && item.getStock() != ledger.sum(stock(item.getItem()))) {
            final long sum = ledger.sum(stock(item.getItem()));
            ledger.violated(ON_HAND, item.getItem() + ": " + item.getStock() + " on hand, but it adds up to " + sum);
            ledger.settle(stock(item.getItem()), item.getStock());
        }
    }

    private static void placed(final OrderPlaced e, final Ledger ledger) {
        ORDER.begin(e.getNumber(), At.PLACED, ledger);
        // nothing yet, which nobody has to look for
        e.getLines().forEach(line -> ledger.settle(taken(e.getNumber(), line.getItem()), 0));
        long amount = 0;
        for (final Line line : e.getLines()) {
            amount = Math.addExact(amount, Math.multiplyExact(line.getPrice(), line.getQuantity()));
            ledger.add(stock(line.getItem()), -line.getQuantity());
            ledger.add(taken(e.getNumber(), line.getItem()), line.getQuantity());
            if (ledger.sum(stock(line.getItem())) < 0) {
                ledger.violated(STOCK, line.getItem() + " is at " + ledger.sum(stock(line.getItem())));
            }
        }
        if (amount != e.getAmount()) {
            ledger.violated(AMOUNT, "order " + e.getNumber() + ": " + e.getAmount() + ", but its lines make " + amount);
        }
        ledger.settle(due(e.getNumber()), e.getAmount());
    }

    private static void paid(final PaymentApproved e, final Ledger ledger) {
        ORDER.step(e.getNumber(), Set.of(At.PLACED), At.PAID, ledger);
        if (e.getAmount() != ledger.sum(due(e.getNumber()))) {
            final long due = ledger.sum(due(e.getNumber()));
            ledger.violated(PAID, "order " + e.getNumber() + ": paid " + e.getAmount() + ", due " + due);
        }
        ledger.settle(due(e.getNumber()), 0);
    }

    private static void canceled(final OrderCanceled e, final Ledger ledger) {
        ORDER.end(e.getNumber(), Set.of(At.PLACED, At.PAID), ledger);
        for (final Want back : e.getRestored()) {
            ledger.add(stock(back.getItem()), back.getQuantity());
            ledger.add(taken(e.getNumber(), back.getItem()), -back.getQuantity());
            if (ledger.sum(taken(e.getNumber(), back.getItem())) < 0) {
                ledger.violated(RESTORED, "order " + e.getNumber() + " gives back more " + back.getItem());
            }
        }
        e.getLines().forEach(line -> ledger.settle(taken(e.getNumber(), line.getItem()), 0));
        e.getRestored().forEach(back -> ledger.settle(taken(e.getNumber(), back.getItem()), 0));
        ledger.settle(due(e.getNumber()), 0);
    }

    private static void made(final ProductionCompleted e, final Ledger ledger) {
        if (e.getType() == OrderType.TAKEOUT) {
            ORDER.end(e.getNumber(), Set.of(At.PAID), ledger);
        } else {
            final At next = e.getDispatch() == Dispatch.AUTO ? At.LEFT : At.WAITING;
            ORDER.step(e.getNumber(), Set.of(At.PAID), next, ledger);
        }
        e.getItems().forEach(item -> ledger.settle(taken(e.getNumber(), item), 0));
    }

    private static String stock(final String item) {
        return "stock/" + item;
    }

    private static String taken(final long number, final String item) {
        return "taken/" + number + "/" + item;
    }

    private static String due(final long number) {
        return "due/" + number;
    }
}
