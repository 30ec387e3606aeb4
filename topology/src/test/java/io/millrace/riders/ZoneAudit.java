package io.millrace.riders;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Books;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.riders.Call;
import io.millrace.schemas.riders.Carried;
import io.millrace.schemas.riders.Day;
import io.millrace.schemas.riders.Delivery;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.DeliveryStatus;
import io.millrace.schemas.riders.Payment;
import io.millrace.schemas.riders.PaymentStatus;
import io.millrace.schemas.riders.Restaurant;
import io.millrace.schemas.riders.Rider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must hold on a zone's books at all times, told from its deliveries one by one. */
final class ZoneAudit {

    private ZoneAudit() {}

    static long settled(final Books books) {
        return books.all(ZoneBooks.DELIVERIES).stream()
                .mapToLong(Delivery::getSettled)
                .sum();
    }

    static void moneyAddsUp(final Books books) {
        final long settled = settled(books);
        assertThat(books.all(ZoneBooks.RIDERS).stream()
                        .mapToLong(Rider::getEarned)
                        .sum())
                .as("earned by riders")
                .isEqualTo(settled);
        assertThat(books.all(ZoneBooks.RESTAURANTS).stream()
                        .mapToLong(Restaurant::getCost)
                        .sum())
                .as("paid by restaurants")
                .isEqualTo(settled);
    }

    static void everythingAgrees(final Books books, final List<JournalEntry> journal) {
        final List<Delivery> deliveries = books.all(ZoneBooks.DELIVERIES);
        deliveries.forEach(ZoneAudit::paymentFollowsStatus);
        assertThat(books.all(ZoneBooks.CALLS))
                .extracting(Call::getNumber)
                .isEqualTo(deliveries.stream()
                        .filter(it -> it.getStatus() == DeliveryStatus.CALLED)
                        .map(Delivery::getNumber)
                        .toList());
        for (final Rider rider : books.all(ZoneBooks.RIDERS)) {
            riderAgrees(rider, deliveries, journal);
        }
        for (final Restaurant restaurant : books.all(ZoneBooks.RESTAURANTS)) {
            assertThat(restaurant.getOutstanding())
                    .as("outstanding for %s", restaurant.getRestaurant())
                    .isEqualTo(deliveries.stream()
                            .filter(it -> it.getRestaurant().equals(restaurant.getRestaurant()))
                            .filter(it -> it.getPayment().getStatus() == PaymentStatus.REGISTERED)
                            .mapToLong(Delivery::getCost)
                            .sum());
        }
    }

    private static void paymentFollowsStatus(final Delivery delivery) {
        final PaymentStatus status = switch (delivery.getStatus()) {
            case CALLED, ACCEPTED, PICKED -> PaymentStatus.REGISTERED;
            case COMPLETED -> PaymentStatus.SETTLED;
            case CANCELED -> PaymentStatus.VOIDED;
        };
        assertThat(delivery.getPayment()).isEqualTo(new Payment(delivery.getCost(), status));
        assertThat(delivery.getSettled()).isEqualTo(status == PaymentStatus.SETTLED ? delivery.getCost() : 0);
    }

    private static void riderAgrees(
            final Rider rider, final List<Delivery> deliveries, final List<JournalEntry> journal) {
        assertThat(rider.getCarrying())
                .as("carried by %s", rider.getRider())
                .extracting(Carried::getNumber)
                .containsExactlyInAnyOrderElementsOf(deliveries.stream()
                        .filter(it -> rider.getRider().equals(it.getRider()))
                        .filter(it ->
                                it.getStatus() == DeliveryStatus.ACCEPTED || it.getStatus() == DeliveryStatus.PICKED)
                        .map(Delivery::getNumber)
                        .toList());
        final Map<String, Long> byDay = new TreeMap<>(Comparator.reverseOrder());
        for (final JournalEntry entry : journal) {
            if (entry.event() instanceof DeliveryCompleted e && e.getRider().equals(rider.getRider())) {
                byDay.merge(DeliveryRules.day(entry.getAt(), e.getTimeZone()), e.getSettled(), Long::sum);
            }
        }
        assertThat(rider.getDays())
                .extracting(Day::getDay)
                .isEqualTo(byDay.keySet().stream().limit(RiderAccount.DAYS).toList());
        assertThat(rider.getDays())
                .allSatisfy(day -> assertThat(day.getEarned()).isEqualTo(byDay.get(day.getDay())));
    }
}
