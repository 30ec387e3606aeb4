package io.millrace.coffeeshop;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.HouseRulesSet;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.KitchenWentOn;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.StartWaiting;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRanOut;
import io.millrace.schemas.coffeeshop.StockRegistered;
import io.millrace.schemas.coffeeshop.VisitQueues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the kitchen is called: after everything that may let an order start. A call too many finds nothing to do; a
 * call too few would leave somebody waiting.
 */
final class KitchenCalls {

    private KitchenCalls() {}

    static List<Reaction> of(final CoffeeshopEvent event, final Moment moment) {
        final String desk = moment.desk();
        return switch (event) {
            case OrderPlaced e -> List.of(start(desk, e.getProduct()));
            case StockRegistered e -> List.of(start(desk, e.getProduct()));
            case StockAdded e -> List.of(start(desk, e.getProduct()));
            case OrderCanceled e when e.getAhead() == null -> List.of(start(desk, e.getProduct()));
            case HouseRulesSet e when e.getKitchen() != Kitchen.CLOSED -> List.of(visit(desk, null));
            case KitchenWentOn e -> goOn(desk, e);
            case OrderCanceled _, HouseRulesSet _, StockRanOut _, ProductionStarted _, ProductionCompleted _ ->
                List.of();
        };
    }

    private static List<Reaction> goOn(final String desk, final KitchenWentOn event) {
        final List<Reaction> reactions = new ArrayList<>();
        event.getProducts().forEach(product -> reactions.add(start(desk, product)));
        if (event.getAfter() != null) {
            reactions.add(visit(desk, event.getAfter()));
        }
        return reactions;
    }

    private static Reaction start(final String desk, final String product) {
        return new Reaction(desk, new StartWaiting(product));
    }

    private static Reaction visit(final String desk, final @Nullable String after) {
        return new Reaction(desk, new VisitQueues(after));
    }
}
