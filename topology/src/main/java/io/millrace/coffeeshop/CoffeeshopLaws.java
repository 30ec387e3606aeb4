package io.millrace.coffeeshop;

import io.millrace.backbone.Auditor;
import io.millrace.backbone.Ledger;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Steps;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.HouseRulesSet;
import io.millrace.schemas.coffeeshop.KitchenWentOn;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.Stock;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRanOut;
import io.millrace.schemas.coffeeshop.StockRegistered;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What must add up at a coffee shop: stock, an order's one way through the kitchen, and that each is served in turn. */
final class CoffeeshopLaws implements Auditor<CoffeeshopEvent> {

    static final String STOCK = "STOCK_NEVER_NEGATIVE";
    static final String ON_HAND = "STOCK_ADDS_UP";
    static final String TURN = "OLDEST_FIRST";

    private static final Steps ORDER = new Steps("order");

    /** Where an order stands on its way. */
    private enum At {
        WAITING,
        SHORT,
        STARTED
    }

    private static final Set<At> NOT_STARTED = Set.of(At.WAITING, At.SHORT);

    @Override
    public void check(final CoffeeshopEvent event, final Ledger ledger, final Moment moment) {
        switch (event) {
            case HouseRulesSet _, KitchenWentOn _ -> {}
            case StockRegistered e -> ledger.settle(stock(e.getProduct()), e.getQuantity());
            case StockAdded e -> ledger.add(stock(e.getProduct()), e.getQuantity());
            case OrderPlaced e -> ORDER.begin(e.getNumber(), At.WAITING, ledger);
            case StockRanOut e -> ORDER.step(e.getNumber(), NOT_STARTED, At.SHORT, ledger);
            case ProductionStarted e -> started(e, ledger);
            case ProductionCompleted e -> ORDER.end(e.getNumber(), Set.of(At.STARTED), ledger);
            case OrderCanceled e -> ORDER.end(e.getNumber(), NOT_STARTED, ledger);
        }
    }

    @Override
    public void shown(final SpecificRecord resource, final Ledger ledger, final Moment moment) {
        if (resource instanceof Stock it && it.getQuantity() != ledger.sum(stock(it.getProduct()))) {
            final long sum = ledger.sum(stock(it.getProduct()));
            ledger.violated(ON_HAND, it.getProduct() + ": " + it.getQuantity() + " on hand, but it adds up to " + sum);
            ledger.settle(stock(it.getProduct()), it.getQuantity());
        }
    }

    private static void started(final ProductionStarted e, final Ledger ledger) {
        ORDER.step(e.getNumber(), NOT_STARTED, At.STARTED, ledger);
        ledger.add(stock(e.getProduct()), -e.getQuantity());
        if (ledger.sum(stock(e.getProduct())) < 0) {
            ledger.violated(STOCK, e.getProduct() + " is at " + ledger.sum(stock(e.getProduct())));
        }
        final String served = "served/" + e.getProduct();
        if (e.getNumber() <= ledger.sum(served)) {
            ledger.violated(TURN, "order " + e.getNumber() + " was served after " + ledger.sum(served));
        }
        ledger.settle(served, Math.max(ledger.sum(served), e.getNumber()));
    }

    private static String stock(final String product) {
        return "stock/" + product;
    }
}
