package io.millrace.rental;

import static io.millrace.rental.DepotBooks.EQUIPMENT;
import static io.millrace.rental.DepotBooks.HOUSE;
import static io.millrace.rental.DepotBooks.ORDERS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.rental.ApproveOrder;
import io.millrace.schemas.rental.ApproveWaiting;
import io.millrace.schemas.rental.CancelOrder;
import io.millrace.schemas.rental.EquipmentRegistered;
import io.millrace.schemas.rental.EquipmentRestocked;
import io.millrace.schemas.rental.House;
import io.millrace.schemas.rental.Order;
import io.millrace.schemas.rental.PlaceOrder;
import io.millrace.schemas.rental.RegisterEquipment;
import io.millrace.schemas.rental.RejectOrder;
import io.millrace.schemas.rental.RentalCommand;
import io.millrace.schemas.rental.RentalEvent;
import io.millrace.schemas.rental.RestockEquipment;
import io.millrace.schemas.rental.ReturnOrder;
import io.millrace.schemas.rental.SetHouseRules;
import java.util.function.Function;

/** A depot's desk: every command it takes, and where its rule is. */
final class DepotDesk implements Rules<RentalCommand, RentalEvent> {

    @Override
    public Ruling<RentalCommand, RentalEvent> rule(
            final RentalCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case SetHouseRules c ->
                Ruling.<RentalCommand, RentalEvent>accept(BacklogRules.set(c, house(books, moment), books))
                        .showing(HOUSE, "the");
            case RegisterEquipment c -> register(c, books);
            case RestockEquipment c -> restock(c, books);
            case PlaceOrder c -> OrderRules.place(c, books, house(books, moment));
            case CancelOrder c -> ifThere(c.getNumber(), books, OrderRules::cancel);
            case ReturnOrder c -> ifThere(c.getNumber(), books, OrderRules::giveBack);
            case ApproveOrder c -> ifThere(c.getNumber(), books, order -> OrderRules.approve(order, c.getBy(), books));
            case RejectOrder c -> ifThere(c.getNumber(), books, order -> OrderRules.reject(order, c.getBy()));
            case ApproveWaiting _ -> BacklogRules.work(books);
        };
    }

    @Override
    public void fold(final RentalEvent event, final Rows rows, final Moment moment) {
        DepotBooks.fold(event, rows, moment);
    }

    private static Ruling<RentalCommand, RentalEvent> register(final RegisterEquipment c, final Books books) {
        if (books.find(EQUIPMENT, c.getEquipment()).isPresent()) {
            return Ruling.refuse(Refusal.with(
                    Refusal.conflict("ITEM_EXISTS", c.getEquipment() + " is registered already."),
                    "item",
                    c.getEquipment()));
        }
        return Ruling.<RentalCommand, RentalEvent>accept(
                        new EquipmentRegistered(c.getEquipment(), c.getName(), c.getCategory(), c.getStock()))
                .showing(EQUIPMENT, c.getEquipment());
    }

    private static Ruling<RentalCommand, RentalEvent> restock(final RestockEquipment c, final Books books) {
        return books.find(EQUIPMENT, c.getEquipment()).isPresent()
                ? Ruling.<RentalCommand, RentalEvent>accept(new EquipmentRestocked(c.getEquipment(), c.getQuantity()))
                        .showing(EQUIPMENT, c.getEquipment())
                : Ruling.refuse(Refusal.unknown(c.getEquipment() + " is not equipment of this depot."));
    }

    private static Ruling<RentalCommand, RentalEvent> ifThere(
            final long number, final Books books, final Function<Order, Ruling<RentalCommand, RentalEvent>> then) {
        return books.find(ORDERS, number)
                .map(then)
                .orElseGet(() -> Ruling.refuse(Refusal.unknown("There is no order " + number + ".")));
    }

    private static House house(final Books books, final Moment moment) {
        return books.the(HOUSE).orElseGet(() -> DepotBooks.defaultHouse(moment));
    }
}
