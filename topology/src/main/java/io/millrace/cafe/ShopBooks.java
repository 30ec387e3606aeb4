package io.millrace.cafe;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.StockLevel;
import io.millrace.schemas.cafe.CafeEvent;
import io.millrace.schemas.cafe.DeliveryCompleted;
import io.millrace.schemas.cafe.DeliveryStarted;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.House;
import io.millrace.schemas.cafe.HouseRulesSet;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.ItemChanged;
import io.millrace.schemas.cafe.ItemRegistered;
import io.millrace.schemas.cafe.ItemRemoved;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.schemas.cafe.Line;
import io.millrace.schemas.cafe.OpenOrder;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.OrderCanceled;
import io.millrace.schemas.cafe.OrderPlaced;
import io.millrace.schemas.cafe.PaymentApproved;
import io.millrace.schemas.cafe.ProductionCompleted;
import io.millrace.schemas.cafe.Want;
import java.time.Instant;

/** What a shop keeps, and what each event does to it. */
public final class ShopBooks {

    public static final Shelf<House> HOUSE = Shelf.single("house", House.class);
    public static final Shelf<Item> ITEMS = Shelf.named("menu", Item.class, Item::getItem);
    public static final Shelf<Order> ORDERS = Shelf.numbered("orders", Order.class, Order::getNumber);

    /** Orders that are not made yet: the ones that a gone menu item still concerns. */
    public static final Shelf<OpenOrder> OPEN = Shelf.named(
                    "open", OpenOrder.class, order -> Shelf.numberId(order.getNumber()))
            .forRules();

    private ShopBooks() {}

    static House defaultHouse(final Moment moment) {
        return new House(null, Dispatch.AUTO, "PT10M", moment.now());
    }

    static void fold(final CafeEvent event, final Rows rows, final Moment moment) {
        final Instant at = moment.now();
        switch (event) {
            case HouseRulesSet e -> rows.put(HOUSE, new House(e.getName(), e.getDispatch(), e.getPaymentTimeout(), at));
            case ItemRegistered e ->
                rows.put(ITEMS, new Item(e.getItem(), e.getName(), e.getPrice(), e.getStock(), at));
            case ItemChanged e -> rows.change(ITEMS, e.getItem(), item -> changed(item, e, at));
            case ItemRestocked e ->
                rows.change(
                        ITEMS, e.getItem(), item -> stocked(item, level(item).restock(e.getQuantity()), at));
            case ItemRemoved e -> rows.remove(ITEMS, e.getItem());
            case OrderPlaced e -> placed(e, rows, at);
            case PaymentApproved e -> rows.change(ORDERS, e.getNumber(), order -> OrderLife.paid(order, at));
            case OrderCanceled e -> canceled(e, rows, at);
            case ProductionCompleted e -> {
                rows.change(ORDERS, e.getNumber(), order -> OrderLife.made(order, e.getDispatch(), at));
                rows.remove(OPEN, e.getNumber());
            }
            case DeliveryStarted e -> rows.change(ORDERS, e.getNumber(), order -> OrderLife.left(order, at));
            case DeliveryCompleted e -> rows.change(ORDERS, e.getNumber(), order -> OrderLife.arrived(order, at));
        }
    }

    private static void placed(final OrderPlaced e, final Rows rows, final Instant at) {
        rows.put(ORDERS, OrderLife.placed(e, at));
        rows.put(
                OPEN,
                new OpenOrder(
                        e.getNumber(), e.getLines().stream().map(Line::getItem).toList()));
        for (final Line line : e.getLines()) {
            rows.change(ITEMS, line.getItem(), item -> stocked(item, level(item).reserve(line.getQuantity()), at));
        }
    }

    private static void canceled(final OrderCanceled e, final Rows rows, final Instant at) {
        rows.change(ORDERS, e.getNumber(), order -> OrderLife.canceled(order, e, at));
        rows.remove(OPEN, e.getNumber());
        for (final Want back : e.getRestored()) {
            rows.change(ITEMS, back.getItem(), item -> stocked(item, level(item).release(back.getQuantity()), at));
        }
    }

    static StockLevel level(final Item item) {
        return new StockLevel(item.getStock());
    }

    private static Item stocked(final Item item, final StockLevel level, final Instant at) {
        return new Item(item.getItem(), item.getName(), item.getPrice(), level.onHand(), at);
    }

    private static Item changed(final Item item, final ItemChanged e, final Instant at) {
        return new Item(
                item.getItem(),
                e.getName() == null ? item.getName() : e.getName(),
                e.getPrice() == null ? item.getPrice() : e.getPrice(),
                item.getStock(),
                at);
    }
}
