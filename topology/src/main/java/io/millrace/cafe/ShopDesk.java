package io.millrace.cafe;

import static io.millrace.cafe.ShopBooks.HOUSE;
import static io.millrace.cafe.ShopBooks.ITEMS;
import static io.millrace.cafe.ShopBooks.ORDERS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CafeCommand;
import io.millrace.schemas.cafe.CafeEvent;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.CancelPayment;
import io.millrace.schemas.cafe.ChangeItem;
import io.millrace.schemas.cafe.CompleteDelivery;
import io.millrace.schemas.cafe.CompleteProduction;
import io.millrace.schemas.cafe.ExpirePayment;
import io.millrace.schemas.cafe.House;
import io.millrace.schemas.cafe.HouseRulesSet;
import io.millrace.schemas.cafe.ItemChanged;
import io.millrace.schemas.cafe.ItemRegistered;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.PlaceOrder;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RemoveItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.cafe.SetHouseRules;
import io.millrace.schemas.cafe.StartDelivery;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A shop's desk: every command it takes, and where its rule is. */
final class ShopDesk implements Rules<CafeCommand, CafeEvent> {

    @Override
    public Ruling<CafeCommand, CafeEvent> rule(final CafeCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case SetHouseRules c ->
                Ruling.<CafeCommand, CafeEvent>accept(
                                new HouseRulesSet(c.getName(), c.getDispatch(), c.getPaymentTimeout()))
                        .showing(HOUSE, "the");
            case RegisterItem c -> register(c, books);
            case ChangeItem c -> change(c, books);
            case RestockItem c ->
                ifOnMenu(
                        c.getItem(),
                        books,
                        () -> Ruling.<CafeCommand, CafeEvent>accept(new ItemRestocked(c.getItem(), c.getQuantity()))
                                .showing(ITEMS, c.getItem()));
            case RemoveItem c ->
                ifOnMenu(c.getItem(), books, () -> Ruling.accept(OrderRules.removing(c.getItem(), books)));
            case PlaceOrder c -> OrderRules.place(c, books, house(books, moment), moment.now());
            case CancelOrder c -> ifThere(c.getNumber(), books, OrderRules::cancel);
            case ApprovePayment c -> ifThere(c.getNumber(), books, OrderRules::approve);
            case CancelPayment c -> ifThere(c.getNumber(), books, OrderRules::cancelPayment);
            case ExpirePayment c -> ifThere(c.getNumber(), books, OrderRules::expire);
            case CompleteProduction c ->
                ifThere(c.getNumber(), books, (order, b) -> OrderRules.make(order, house(b, moment)));
            case StartDelivery c -> ifThere(c.getNumber(), books, OrderRules::leave);
            case CompleteDelivery c -> ifThere(c.getNumber(), books, OrderRules::arrive);
        };
    }

    @Override
    public void fold(final CafeEvent event, final Rows rows, final Moment moment) {
        ShopBooks.fold(event, rows, moment);
    }

    private static Ruling<CafeCommand, CafeEvent> register(final RegisterItem c, final Books books) {
        if (books.find(ITEMS, c.getItem()).isPresent()) {
            return Ruling.refuse(Refusal.with(
                    Refusal.conflict("ITEM_EXISTS", c.getItem() + " is on the menu already."), "item", c.getItem()));
        }
        return Ruling.<CafeCommand, CafeEvent>accept(
                        new ItemRegistered(c.getItem(), c.getName(), c.getPrice(), c.getStock()))
                .showing(ITEMS, c.getItem());
    }

    private static Ruling<CafeCommand, CafeEvent> change(final ChangeItem c, final Books books) {
        return ifOnMenu(
                c.getItem(),
                books,
                () -> Ruling.<CafeCommand, CafeEvent>accept(new ItemChanged(c.getItem(), c.getName(), c.getPrice()))
                        .showing(ITEMS, c.getItem()));
    }

    private static Ruling<CafeCommand, CafeEvent> ifOnMenu(
            final String item, final Books books, final Supplier<Ruling<CafeCommand, CafeEvent>> then) {
        return books.find(ITEMS, item).isPresent()
                ? then.get()
                : Ruling.refuse(Refusal.unknown(item + " is not on the menu."));
    }

    private static Ruling<CafeCommand, CafeEvent> ifThere(
            final long number, final Books books, final BiFunction<Order, Books, Ruling<CafeCommand, CafeEvent>> then) {
        return books.find(ORDERS, number)
                .map(order -> then.apply(order, books))
                .orElseGet(() -> Ruling.refuse(Refusal.unknown("There is no order " + number + ".")));
    }

    private static House house(final Books books, final Moment moment) {
        return books.the(HOUSE).orElseGet(() -> ShopBooks.defaultHouse(moment));
    }
}
