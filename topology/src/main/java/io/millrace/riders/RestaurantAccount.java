package io.millrace.riders;

import io.millrace.schemas.riders.Restaurant;
import io.millrace.schemas.riders.RestaurantJoined;
import java.time.Instant;

/** A restaurant's account in a zone, from its first call on. */
final class RestaurantAccount {

    private RestaurantAccount() {}

    static Restaurant opened(final RestaurantJoined e, final Instant at) {
        return new Restaurant(e.getRestaurant(), 0L, 0L, 0L, 0L, 0L, at);
    }

    static Restaurant called(final Restaurant it, final long cost, final Instant at) {
        return new Restaurant(
                it.getRestaurant(),
                it.getCalled() + 1,
                it.getCompleted(),
                it.getCanceled(),
                it.getCost(),
                Math.addExact(it.getOutstanding(), cost),
                at);
    }

    static Restaurant completed(final Restaurant it, final long settled, final Instant at) {
        return new Restaurant(
                it.getRestaurant(),
                it.getCalled(),
                it.getCompleted() + 1,
                it.getCanceled(),
                Math.addExact(it.getCost(), settled),
                Math.subtractExact(it.getOutstanding(), settled),
                at);
    }

    static Restaurant canceled(final Restaurant it, final long cost, final Instant at) {
        return new Restaurant(
                it.getRestaurant(),
                it.getCalled(),
                it.getCompleted(),
                it.getCanceled() + 1,
                it.getCost(),
                Math.subtractExact(it.getOutstanding(), cost),
                at);
    }
}
