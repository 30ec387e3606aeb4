package io.millrace.coffeeshop;

import static io.millrace.coffeeshop.ShopBooks.ORDERS;
import static io.millrace.coffeeshop.ShopBooks.PLACES;
import static io.millrace.coffeeshop.ShopBooks.QUEUES;
import static io.millrace.coffeeshop.ShopBooks.STOCKS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.StockLevel;
import io.millrace.schemas.coffeeshop.CoffeeshopCommand;
import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.KitchenWentOn;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderStatus;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.Queue;
import io.millrace.schemas.coffeeshop.StockRanOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the kitchen serves who waits: the first of a queue or nobody, so that nobody overtakes. One command does a
 * bounded piece of work; what remains is another command's, so that other orders get their turn at the desk meanwhile.
 */
final class KitchenRules {

    /** So many orders start at once at most. */
    static final int STARTS = 50;

    /** So many queues are visited at once at most. */
    static final int VISITS = 50;

    private KitchenRules() {}

    static Ruling<CoffeeshopCommand, CoffeeshopEvent> start(
            final String product, final Books books, final Kitchen kitchen) {
        if (kitchen == Kitchen.CLOSED) {
            return Ruling.accept();
        }
        final List<CoffeeshopEvent> events = new ArrayList<>();
        StockLevel level = books.find(STOCKS, product).map(ShopBooks::level).orElseGet(StockLevel::none);
        Optional<Long> first = books.find(QUEUES, product).map(Queue::getFirst);
        for (int started = 0; first.isPresent(); started++) {
            final Order order = books.find(ORDERS, first.get()).orElseThrow();
            if (!level.covers(order.getQuantity())) {
                ranOut(order).ifPresent(events::add);
                break;
            }
            if (started == STARTS) {
                events.add(new KitchenWentOn(List.of(product), null));
                break;
            }
            final Optional<Long> behind = books.find(PLACES, first.get()).map(place -> place.getBehind());
            events.addAll(started(order, behind, kitchen));
            level = level.reserve(order.getQuantity());
            first = behind;
        }
        return Ruling.accept(events);
    }

    /** Queues in parts, in the order of their products. */
    static Ruling<CoffeeshopCommand, CoffeeshopEvent> visit(final String after, final Books books) {
        final List<String> products = books.after(QUEUES, after, VISITS).stream()
                .map(Queue::getProduct)
                .toList();
        if (products.isEmpty()) {
            return Ruling.accept();
        }
        return Ruling.accept(new KitchenWentOn(products, products.size() < VISITS ? null : products.getLast()));
    }

    private static List<CoffeeshopEvent> started(
            final Order order, final Optional<Long> behind, final Kitchen kitchen) {
        final CoffeeshopEvent started = new ProductionStarted(
                order.getNumber(), order.getCustomer(), order.getProduct(), order.getQuantity(), behind.orElse(null));
        return kitchen == Kitchen.AUTO ? List.of(started, OrderRules.completed(order)) : List.of(started);
    }

    /** It is said once, however often the kitchen looks. */
    private static Optional<CoffeeshopEvent> ranOut(final Order order) {
        return order.getStatus() == OrderStatus.REQUESTED
                ? Optional.of(new StockRanOut(
                        order.getNumber(), order.getCustomer(), order.getProduct(), order.getQuantity()))
                : Optional.empty();
    }
}
