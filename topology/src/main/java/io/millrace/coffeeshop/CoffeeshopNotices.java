package io.millrace.coffeeshop;

import io.millrace.backbone.Saying;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.HouseRulesSet;
import io.millrace.schemas.coffeeshop.KitchenWentOn;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRanOut;
import io.millrace.schemas.coffeeshop.StockRegistered;
import java.util.List;

/** What a customer is told, and when. */
final class CoffeeshopNotices {

    static final String DELAYED = "재료 소진으로 주문하신 커피가 지연되고 있습니다.";
    static final String READY = "주문하신 커피가 준비되었습니다.";
    static final String CANCELED = "주문하신 커피가 취소되었습니다.";

    private CoffeeshopNotices() {}

    static List<Saying> of(final CoffeeshopEvent event) {
        return switch (event) {
            case StockRanOut e -> say(e.getCustomer(), e.getNumber(), DELAYED);
            case ProductionCompleted e -> say(e.getCustomer(), e.getNumber(), READY);
            case OrderCanceled e -> say(e.getCustomer(), e.getNumber(), CANCELED);
            case HouseRulesSet _,
                    StockRegistered _,
                    StockAdded _,
                    OrderPlaced _,
                    ProductionStarted _,
                    KitchenWentOn _ -> List.of();
        };
    }

    private static List<Saying> say(final String customer, final long order, final String message) {
        return List.of(new Saying(customer, "orders/" + order, message));
    }
}
