package io.millrace.riders;

import static io.millrace.riders.ZoneBooks.DELIVERIES;
import static io.millrace.riders.ZoneBooks.RESTAURANTS;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.riders.Restaurant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A restaurant's page over all zones: its deliveries, what they cost, and what those under way may yet cost. */
final class RestaurantPage {

    private RestaurantPage() {}

    static Map<String, Object> of(
            final String restaurant, final PageRows rows, final Map<String, String> query, final Instant now) {
        final List<Restaurant> accounts = rows.list(RESTAURANTS, null, Integer.MAX_VALUE, true).stream()
                .map(Held::value)
                .toList();
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put("restaurant", restaurant);
        page.put("called", sum(accounts, Restaurant::getCalled));
        page.put("completed", sum(accounts, Restaurant::getCompleted));
        page.put("canceled", sum(accounts, Restaurant::getCanceled));
        page.put("cost", sum(accounts, Restaurant::getCost));
        page.put("outstanding", sum(accounts, Restaurant::getOutstanding));
        page.put("deliveries", rows.list(DELIVERIES, null, Personal.shown(query), true));
        page.put("pushes", rows.list(Pushes.SHELF, null, Personal.shown(query), true));
        return page;
    }

    private static long sum(final List<Restaurant> accounts, final ToLongFunction<Restaurant> of) {
        return accounts.stream().mapToLong(of).reduce(0, Math::addExact);
    }
}
