package io.millrace.riders;

import static io.millrace.riders.ZoneBooks.DELIVERIES;
import static io.millrace.riders.ZoneBooks.HOUSE;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.riders.AcceptDelivery;
import io.millrace.schemas.riders.CallRider;
import io.millrace.schemas.riders.CancelDelivery;
import io.millrace.schemas.riders.CompleteDelivery;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DoNothing;
import io.millrace.schemas.riders.House;
import io.millrace.schemas.riders.HouseRulesSet;
import io.millrace.schemas.riders.PickDelivery;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.schemas.riders.RidersEvent;
import io.millrace.schemas.riders.SetHouseRules;
import java.util.function.Function;

/** A zone's desk: every command it takes, and where its rule is. */
final class ZoneDesk implements Rules<RidersCommand, RidersEvent> {

    @Override
    public Ruling<RidersCommand, RidersEvent> rule(
            final RidersCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case SetHouseRules c ->
                Ruling.<RidersCommand, RidersEvent>accept(
                                new HouseRulesSet(c.getName(), c.getMaxActive(), c.getTimeZone()))
                        .showing(HOUSE, "the");
            case CallRider c -> CallRules.call(c, books);
            case AcceptDelivery c ->
                ifThere(
                        c.getNumber(),
                        books,
                        it -> DeliveryRules.accept(it, c.getRider(), books, house(books, moment)));
            case PickDelivery c ->
                ifThere(c.getNumber(), books, it -> DeliveryRules.pick(it, c.getRider(), books, house(books, moment)));
            case CompleteDelivery c ->
                ifThere(
                        c.getNumber(),
                        books,
                        it -> DeliveryRules.complete(it, c.getRider(), house(books, moment), moment.now()));
            case CancelDelivery c -> ifThere(c.getNumber(), books, CallRules::cancel);
            case DoNothing _ -> Ruling.accept();
        };
    }

    @Override
    public void fold(final RidersEvent event, final Rows rows, final Moment moment) {
        ZoneBooks.fold(event, rows, moment);
    }

    private static Ruling<RidersCommand, RidersEvent> ifThere(
            final long number, final Books books, final Function<Delivery, Ruling<RidersCommand, RidersEvent>> then) {
        return books.find(DELIVERIES, number)
                .map(then)
                .orElseGet(() -> Ruling.refuse(Refusal.unknown("There is no delivery " + number + ".")));
    }

    private static House house(final Books books, final Moment moment) {
        return books.the(HOUSE).orElseGet(() -> ZoneBooks.defaultHouse(moment));
    }
}
