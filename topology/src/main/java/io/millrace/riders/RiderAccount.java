package io.millrace.riders;

import io.millrace.schemas.riders.Carried;
import io.millrace.schemas.riders.Day;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.DeliveryPicked;
import io.millrace.schemas.riders.DeliveryStatus;
import io.millrace.schemas.riders.Rider;
import io.millrace.schemas.riders.RiderJoined;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A rider's account in a zone, from their first delivery on: what they carry, and what they earned. */
final class RiderAccount {

    /** So many of the latest days are kept one by one; older ones live on in the totals. */
    static final int DAYS = 7;

    private RiderAccount() {}

    static Rider opened(final RiderJoined e, final Instant at) {
        return new Rider(e.getRider(), List.of(), 0L, 0L, List.of(), e.getTimeZone(), at);
    }

    static Rider accepted(final Rider rider, final DeliveryAccepted e, final Instant at) {
        return with(
                rider,
                new Carried(
                        e.getNumber(),
                        e.getRestaurant(),
                        e.getDestination(),
                        e.getCost(),
                        DeliveryStatus.ACCEPTED,
                        e.getCalledAt(),
                        at));
    }

    static Rider picked(final Rider rider, final DeliveryPicked e, final Instant at) {
        return with(
                rider,
                new Carried(
                        e.getNumber(),
                        e.getRestaurant(),
                        e.getDestination(),
                        e.getCost(),
                        DeliveryStatus.PICKED,
                        e.getCalledAt(),
                        at));
    }

    static Rider completed(final Rider rider, final DeliveryCompleted e, final Instant at) {
        return new Rider(
                rider.getRider(),
                without(rider, e.getNumber()),
                rider.getDone() + 1,
                Math.addExact(rider.getEarned(), e.getSettled()),
                counted(rider.getDays(), e),
                e.getTimeZone(),
                at);
    }

    /** No longer in the rider's hands, and nothing earned. */
    static Rider released(final Rider rider, final long number, final Instant at) {
        return carrying(rider, without(rider, number), at);
    }

    private static Rider with(final Rider rider, final Carried carried) {
        final List<Carried> carrying = without(rider, carried.getNumber());
        carrying.add(carried);
        return carrying(rider, carrying, carried.getUpdatedAt());
    }

    private static List<Carried> without(final Rider rider, final long number) {
        final List<Carried> carrying = new ArrayList<>(rider.getCarrying());
        carrying.removeIf(carried -> carried.getNumber() == number);
        return carrying;
    }

    private static Rider carrying(final Rider rider, final List<Carried> carrying, final Instant at) {
        return new Rider(
                rider.getRider(),
                carrying,
                rider.getDone(),
                rider.getEarned(),
                rider.getDays(),
                rider.getTimeZone(),
                at);
    }

    /** The days with one delivery more, latest first. Days are text that sorts as time does. */
    private static List<Day> counted(final List<Day> days, final DeliveryCompleted e) {
        final List<Day> counted = new ArrayList<>(days);
        final Day before = days.stream()
                .filter(day -> day.getDay().equals(e.getDay()))
                .findFirst()
                .orElseGet(() -> new Day(e.getDay(), 0L, 0L));
        counted.remove(before);
        counted.add(new Day(e.getDay(), before.getDone() + 1, Math.addExact(before.getEarned(), e.getSettled())));
        counted.sort(Comparator.comparing(Day::getDay).reversed());
        return List.copyOf(counted.subList(0, Math.min(DAYS, counted.size())));
    }
}
