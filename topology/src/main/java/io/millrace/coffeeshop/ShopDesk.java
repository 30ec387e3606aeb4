package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopBooks.HOUSE;
import static io.millrace.coffeeshop.ShopBooks.ORDERS;
import static io.millrace.coffeeshop.ShopBooks.STOCKS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.coffeeshop.AddStock;
import io.millrace.schemas.coffeeshop.CancelOrder;
import io.millrace.schemas.coffeeshop.CoffeeshopCommand;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.CompleteProduction;
import io.millrace.schemas.coffeeshop.HouseRulesSet;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.PlaceOrder;
import io.millrace.schemas.coffeeshop.RestockProduct;
import io.millrace.schemas.coffeeshop.SetHouseRules;
import io.millrace.schemas.coffeeshop.StartWaiting;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRegistered;
import io.millrace.schemas.coffeeshop.VisitQueues;
import java.util.function.BiFunction;

/** A shop's desk: every command it takes, and where its rule is. */
final class ShopDesk implements Rules<CoffeeshopCommand, CoffeeshopEvent> {

    @Override
    public Ruling<CoffeeshopCommand, CoffeeshopEvent> rule(
            final CoffeeshopCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case SetHouseRules c ->
                Ruling.<CoffeeshopCommand, CoffeeshopEvent>accept(new HouseRulesSet(c.getName(), c.getKitchen()))
                        .showing(HOUSE, "the");
            case AddStock c -> add(c, books);
            case RestockProduct c -> restock(c, books);
            case PlaceOrder c -> OrderRules.place(c, books);
            case CancelOrder c -> ifThere(c.getNumber(), books, OrderRules::cancel);
            case CompleteProduction c -> ifThere(c.getNumber(), books, OrderRules::complete);
            case StartWaiting c -> KitchenRules.start(c.getProduct(), books, kitchen(books, moment));
            case VisitQueues c -> KitchenRules.visit(c.getAfter() == null ? "" : c.getAfter(), books);
        };
    }

    @Override
    public void fold(final CoffeeshopEvent event, final Rows rows, final Moment moment) {
        ShopBooks.fold(event, rows, moment);
    }

    private static Ruling<CoffeeshopCommand, CoffeeshopEvent> add(final AddStock c, final Books books) {
        final boolean there = books.find(STOCKS, c.getProduct()).isPresent();
        return stocked(
                c.getProduct(),
                there
                        ? new StockAdded(c.getProduct(), c.getQuantity())
                        : new StockRegistered(c.getProduct(), c.getQuantity()));
    }

    private static Ruling<CoffeeshopCommand, CoffeeshopEvent> restock(final RestockProduct c, final Books books) {
        return books.find(STOCKS, c.getProduct()).isPresent()
                ? stocked(c.getProduct(), new StockAdded(c.getProduct(), c.getQuantity()))
                : Ruling.refuse(Refusal.unknown(c.getProduct() + " was never put on stock."));
    }

    private static Ruling<CoffeeshopCommand, CoffeeshopEvent> stocked(
            final String product, final CoffeeshopEvent event) {
        return Ruling.<CoffeeshopCommand, CoffeeshopEvent>accept(event).showing(STOCKS, product);
    }

    private static Ruling<CoffeeshopCommand, CoffeeshopEvent> ifThere(
            final long number,
            final Books books,
            final BiFunction<Order, Books, Ruling<CoffeeshopCommand, CoffeeshopEvent>> then) {
        return books.find(ORDERS, number)
                .map(order -> then.apply(order, books))
                .orElseGet(() -> Ruling.refuse(Refusal.unknown("There is no order " + number + ".")));
    }

    private static Kitchen kitchen(final Books books, final Moment moment) {
        return books.the(HOUSE).orElseGet(() -> ShopBooks.defaultHouse(moment)).getKitchen();
    }
}
