package io.millrace.riders;

import static io.millrace.riders.ZoneBooks.DELIVERIES;
import static io.millrace.riders.ZoneBooks.RIDERS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.Refused;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.DeliveryPicked;
import io.millrace.schemas.riders.House;
import io.millrace.schemas.riders.Rider;
import io.millrace.schemas.riders.RiderJoined;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.schemas.riders.RidersEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What riders may do with a delivery, and when: CALLED, it becomes one rider's, ACCEPTED or PICKED up at once; only that
 * rider picks it up and has it COMPLETED.
 */
final class DeliveryRules {

    private DeliveryRules() {}

    /** One rider wins. Who asks for what they have already is told its state, anybody else that it is taken. */
    static Ruling<RidersCommand, RidersEvent> accept(
            final Delivery delivery, final String rider, final Books books, final House house) {
        return switch (delivery.getStatus()) {
            case CALLED ->
                takes(
                        delivery,
                        rider,
                        books,
                        house,
                        new DeliveryAccepted(
                                delivery.getNumber(),
                                rider,
                                delivery.getRestaurant(),
                                delivery.getDestination(),
                                delivery.getCost(),
                                delivery.getCalledAt()));
            case ACCEPTED, PICKED, COMPLETED ->
                rider.equals(delivery.getRider())
                        ? wrongState(delivery, "You have this delivery already.")
                        : refuse(
                                delivery,
                                Refusal.conflict(
                                        "TAKEN", "Another rider has delivery " + delivery.getNumber() + " already."));
            case CANCELED -> wrongState(delivery, "This call was canceled.");
        };
    }

    static Ruling<RidersCommand, RidersEvent> pick(
            final Delivery delivery, final String rider, final Books books, final House house) {
        return switch (delivery.getStatus()) {
            case CALLED -> takes(delivery, rider, books, house, picked(delivery, rider));
            case ACCEPTED ->
                rider.equals(delivery.getRider()) ? happens(delivery, picked(delivery, rider)) : notYours(delivery);
            case PICKED, COMPLETED ->
                rider.equals(delivery.getRider())
                        ? wrongState(delivery, "You picked this delivery up already.")
                        : notYours(delivery);
            case CANCELED -> wrongState(delivery, "This call was canceled.");
        };
    }

    static Ruling<RidersCommand, RidersEvent> complete(
            final Delivery delivery, final String rider, final House house, final Instant now) {
        return switch (delivery.getStatus()) {
            case ACCEPTED, PICKED ->
                rider.equals(delivery.getRider())
                        ? happens(
                                delivery,
                                new DeliveryCompleted(
                                        delivery.getNumber(),
                                        rider,
                                        delivery.getRestaurant(),
                                        delivery.getCost(),
                                        day(now, house.getTimeZone()),
                                        house.getTimeZone()))
                        : notYours(delivery);
            case COMPLETED ->
                rider.equals(delivery.getRider())
                        ? wrongState(delivery, "You completed this delivery already.")
                        : notYours(delivery);
            case CALLED -> wrongState(delivery, "No rider has accepted this delivery yet.");
            case CANCELED -> wrongState(delivery, "This call was canceled.");
        };
    }

    /** The day it is then in that zone. */
    static String day(final Instant at, final String timeZone) {
        return LocalDate.ofInstant(at, ZoneId.of(timeZone)).toString();
    }

    /** The call becomes this rider's, unless their hands are full. */
    private static Ruling<RidersCommand, RidersEvent> takes(
            final Delivery delivery,
            final String rider,
            final Books books,
            final House house,
            final RidersEvent taken) {
        final Optional<Rider> known = books.find(RIDERS, rider);
        final int active = known.map(it -> it.getCarrying().size()).orElse(0);
        if (active >= house.getMaxActive()) {
            final Refused busy = Refusal.conflict(
                    "RIDER_BUSY", rider + " has " + active + " deliveries, as many as a rider may have here.");
            return Ruling.refuse(
                    Refusal.with(Refusal.with(busy, "active", (long) active), "maxActive", house.getMaxActive()));
        }
        return known.isPresent()
                ? happens(delivery, taken)
                : happens(delivery, new RiderJoined(rider, house.getTimeZone()), taken);
    }

    private static DeliveryPicked picked(final Delivery delivery, final String rider) {
        return new DeliveryPicked(
                delivery.getNumber(),
                rider,
                delivery.getRestaurant(),
                delivery.getDestination(),
                delivery.getCost(),
                delivery.getCalledAt());
    }

    static Ruling<RidersCommand, RidersEvent> happens(final Delivery delivery, final RidersEvent... events) {
        return Ruling.<RidersCommand, RidersEvent>accept(events).showing(DELIVERIES, delivery.getNumber());
    }

    private static Ruling<RidersCommand, RidersEvent> notYours(final Delivery delivery) {
        return refuse(
                delivery, Refusal.forbidden("NOT_YOURS", "Delivery " + delivery.getNumber() + " is another rider's."));
    }

    static Ruling<RidersCommand, RidersEvent> wrongState(final Delivery delivery, final String detail) {
        return refuse(delivery, Refusal.conflict("WRONG_STATE", detail));
    }

    /** Whatever the reason, its state helps. */
    private static Ruling<RidersCommand, RidersEvent> refuse(final Delivery delivery, final Refused reason) {
        return Ruling.refuse(Refusal.with(reason, "state", delivery.getStatus().name()));
    }
}
