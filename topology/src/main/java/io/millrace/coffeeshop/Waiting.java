package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopBooks.PLACES;
import static io.millrace.coffeeshop.ShopBooks.QUEUES;

import io.millrace.backbone.Rows;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.Place;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.Queue;
import org.jspecify.annotations.Nullable;

/** How orders queue for their product: joined at the end, left from the front, or from anywhere by who gives up. */
final class Waiting {

    private Waiting() {}

    static void joins(final OrderPlaced e, final Rows rows) {
        final long number = e.getNumber();
        rows.put(PLACES, new Place(number, e.getAhead(), null));
        if (e.getAhead() == null) {
            rows.put(QUEUES, new Queue(e.getProduct(), number, number));
        } else {
            rows.change(PLACES, e.getAhead(), ahead -> new Place(ahead.getNumber(), ahead.getAhead(), number));
            rows.change(QUEUES, e.getProduct(), queue -> new Queue(queue.getProduct(), queue.getFirst(), number));
        }
    }

    static void leaves(final ProductionStarted e, final Rows rows) {
        leaves(e.getNumber(), e.getProduct(), null, e.getBehind(), rows);
    }

    static void leaves(final OrderCanceled e, final Rows rows) {
        leaves(e.getNumber(), e.getProduct(), e.getAhead(), e.getBehind(), rows);
    }

    private static void leaves(
            final long number,
            final String product,
            final @Nullable Long ahead,
            final @Nullable Long behind,
            final Rows rows) {
        rows.remove(PLACES, number);
        if (ahead == null && behind == null) {
            rows.remove(QUEUES, product);
        }
        if (ahead != null) {
            rows.change(PLACES, ahead, place -> new Place(place.getNumber(), place.getAhead(), behind));
            if (behind == null) {
                rows.change(QUEUES, product, queue -> new Queue(product, queue.getFirst(), ahead));
            }
        }
        if (behind != null) {
            rows.change(PLACES, behind, place -> new Place(place.getNumber(), ahead, place.getBehind()));
            if (ahead == null) {
                rows.change(QUEUES, product, queue -> new Queue(product, behind, queue.getLast()));
            }
        }
    }
}
