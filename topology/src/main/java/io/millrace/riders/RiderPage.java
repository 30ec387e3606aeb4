package io.millrace.riders;

import static io.millrace.riders.ZoneBooks.DELIVERIES;
import static io.millrace.riders.ZoneBooks.RIDERS;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Token;
import io.millrace.schemas.riders.Carried;
import io.millrace.schemas.riders.Day;
import io.millrace.schemas.riders.Rider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A rider's own page over all zones. It adds up one account per zone, never the history; what today is, is asked of
 * the reader's clock and told in each zone's own time.
 */
final class RiderPage {

    private static final String WHEN_NEW = "Asia/Seoul";

    private RiderPage() {}

    static Map<String, Object> of(
            final String rider, final PageRows rows, final Map<String, String> query, final Instant now) {
        final List<Held<Rider>> accounts = rows.list(RIDERS, null, Integer.MAX_VALUE, true);
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("rider", rider);
        page.put("done", sum(accounts, account -> account.value().getDone()));
        page.put("earned", sum(accounts, account -> account.value().getEarned()));
        page.put("earnedToday", sum(accounts, account -> earnedOn(account.value(), today(account.value(), now))));
        page.put("today", todayOf(accounts, now));
        page.put("current", current(accounts));
        page.put("zones", accounts.stream().map(account -> zone(account, now)).toList());
        page.put("deliveries", rows.list(DELIVERIES, null, Personal.shown(query), true));
        page.put("pushes", rows.list(Pushes.SHELF, null, Personal.shown(query), true));
        return page;
    }

    private static long sum(final List<Held<Rider>> accounts, final ToLongFunction<Held<Rider>> of) {
        return accounts.stream().mapToLong(of).reduce(0, Math::addExact);
    }

    private static String today(final Rider rider, final Instant now) {
        return DeliveryRules.day(now, rider.getTimeZone());
    }

    private static long earnedOn(final Rider rider, final String today) {
        return rider.getDays().stream()
                .filter(day -> day.getDay().equals(today))
                .mapToLong(Day::getEarned)
                .sum();
    }

    /** Zones in different times may have different days: the page's is that of the zone ridden in last. */
    private static String todayOf(final List<Held<Rider>> accounts, final Instant now) {
        return accounts.stream()
                .map(Held::value)
                .max(Comparator.comparing(Rider::getUpdatedAt))
                .map(last -> today(last, now))
                .orElseGet(() -> DeliveryRules.day(now, WHEN_NEW));
    }

    private static List<Map<String, Object>> current(final List<Held<Rider>> accounts) {
        final List<Map<String, Object>> current = new ArrayList<>();
        for (final Held<Rider> account : accounts) {
            for (final Carried carried : account.value().getCarrying()) {
                current.add(carried(account, carried));
            }
        }
        return current;
    }

    private static Map<String, Object> carried(final Held<Rider> account, final Carried carried) {
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("zone", account.row().getDesk());
        view.put("number", carried.getNumber());
        view.put("restaurant", carried.getRestaurant());
        view.put("destination", carried.getDestination());
        view.put("cost", carried.getCost());
        view.put("status", carried.getStatus());
        view.put("calledAt", carried.getCalledAt());
        view.put("updatedAt", carried.getUpdatedAt());
        view.put("token", token(account));
        return view;
    }

    private static Map<String, Object> zone(final Held<Rider> account, final Instant now) {
        final Rider rider = account.value();
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("zone", account.row().getDesk());
        view.put("done", rider.getDone());
        view.put("earned", rider.getEarned());
        view.put("earnedToday", earnedOn(rider, today(rider, now)));
        view.put("today", today(rider, now));
        view.put("active", rider.getCarrying().size());
        view.put("updatedAt", rider.getUpdatedAt());
        view.put("token", token(account));
        return view;
    }

    private static String token(final Held<Rider> account) {
        return new Token("riders", account.row().getDesk(), account.row().getSeq()).toString();
    }
}
