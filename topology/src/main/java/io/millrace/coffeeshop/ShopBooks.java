package io.millrace.coffeeshop;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.StockLevel;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.House;
import io.millrace.schemas.coffeeshop.HouseRulesSet;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.KitchenWentOn;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.Place;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.Queue;
import io.millrace.schemas.coffeeshop.Stock;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRanOut;
import io.millrace.schemas.coffeeshop.StockRegistered;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What a shop keeps, and what each event does to it. */
public final class ShopBooks {

    public static final Shelf<House> HOUSE = Shelf.single("house", House.class);
    public static final Shelf<Stock> STOCKS = Shelf.named("stocks", Stock.class, Stock::getProduct);
    public static final Shelf<Order> ORDERS = Shelf.numbered("orders", Order.class, Order::getNumber);

    /** Products that somebody waits for. A queue that is empty is gone. */
    public static final Shelf<Queue> QUEUES =
            Shelf.named("queues", Queue.class, Queue::getProduct).forRules();

    /** Orders that wait, each knowing its neighbours: the next one is found without looking for it. */
    public static final Shelf<Place> PLACES = Shelf.named(
                    "places", Place.class, place -> Shelf.numberId(place.getNumber()))
            .forRules();

    private ShopBooks() {}

    static House defaultHouse(final Moment moment) {
        return new House(null, Kitchen.AUTO, moment.now());
    }

    static void fold(final CoffeeshopEvent event, final Rows rows, final Moment moment) {
        final Instant at = moment.now();
        switch (event) {
            case HouseRulesSet e -> rows.put(HOUSE, new House(e.getName(), e.getKitchen(), at));
            case StockRegistered e -> rows.put(STOCKS, new Stock(e.getProduct(), e.getQuantity(), at));
            case StockAdded e -> stock(e.getProduct(), level -> level.restock(e.getQuantity()), rows, at);
            case OrderPlaced e -> {
                rows.put(ORDERS, OrderLife.placed(e, at));
                Waiting.joins(e, rows);
            }
            case StockRanOut e -> rows.change(ORDERS, e.getNumber(), order -> OrderLife.ranOut(order, at));
            case ProductionStarted e -> {
                stock(e.getProduct(), level -> level.reserve(e.getQuantity()), rows, at);
                rows.change(ORDERS, e.getNumber(), order -> OrderLife.started(order, at));
                Waiting.leaves(e, rows);
            }
            case ProductionCompleted e -> rows.change(ORDERS, e.getNumber(), order -> OrderLife.completed(order, at));
            case OrderCanceled e -> {
                rows.change(ORDERS, e.getNumber(), order -> OrderLife.canceled(order, at));
                Waiting.leaves(e, rows);
            }
            case KitchenWentOn _ -> {
                // leads to the kitchen's next commands, and changes nothing itself
            }
        }
    }

    static StockLevel level(final Stock stock) {
        return new StockLevel(stock.getQuantity());
    }

    private static void stock(
            final String product, final UnaryOperator<StockLevel> change, final Rows rows, final Instant at) {
        rows.change(
                STOCKS,
                product,
                stock -> new Stock(product, change.apply(level(stock)).onHand(), at));
    }
}
