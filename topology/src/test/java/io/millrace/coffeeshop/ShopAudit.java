package io.millrace.coffeeshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.coffeeshop.CoffeeshopEvent;
import io.millrace.schemas.coffeeshop.HouseRulesSet;
import io.millrace.schemas.coffeeshop.KitchenWentOn;
import io.millrace.schemas.coffeeshop.OrderCanceled;
import io.millrace.schemas.coffeeshop.OrderPlaced;
import io.millrace.schemas.coffeeshop.ProductionCompleted;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.StockAdded;
import io.millrace.schemas.coffeeshop.StockRanOut;
import io.millrace.schemas.coffeeshop.StockRegistered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Counts a shop's journal up again in its own way: what came in, who waits, who was served, and in which order. */
final class ShopAudit {

    private final Map<String, Long> left = new HashMap<>();
    private final Map<String, TreeMap<Long, Long>> waiting = new HashMap<>();
    private final Set<Long> started = new HashSet<>();
    private final Set<Long> completed = new HashSet<>();
    private final Set<Long> canceled = new HashSet<>();

    static ShopAudit of(final List<? extends CoffeeshopEvent> journal) {
        final ShopAudit audit = new ShopAudit();
        journal.forEach(audit::count);
        return audit;
    }

    private void count(final CoffeeshopEvent event) {
        switch (event) {
            case StockRegistered e -> left.merge(e.getProduct(), e.getQuantity(), Long::sum);
            case StockAdded e -> left.merge(e.getProduct(), e.getQuantity(), Long::sum);
            case OrderPlaced e -> queue(e.getProduct()).put(e.getNumber(), e.getQuantity());
            case StockRanOut e -> isFirst(e.getNumber(), e.getProduct());
            case ProductionStarted e -> start(e);
            case ProductionCompleted e -> {
                assertThat(started).as("completed only what was started").contains(e.getNumber());
                assertThat(completed.add(e.getNumber())).as("completed once").isTrue();
            }
            case OrderCanceled e -> {
                assertThat(queue(e.getProduct()).remove(e.getNumber()))
                        .as("canceled %s while it waited", e.getNumber())
                        .isEqualTo(e.getQuantity());
                canceled.add(e.getNumber());
            }
            case HouseRulesSet _, KitchenWentOn _ -> {
                // nothing to count
            }
        }
    }

    private void start(final ProductionStarted e) {
        isFirst(e.getNumber(), e.getProduct());
        assertThat(queue(e.getProduct()).remove(e.getNumber())).isEqualTo(e.getQuantity());
        assertThat(left.merge(e.getProduct(), -e.getQuantity(), Long::sum))
                .as("stock of %s after order %s", e.getProduct(), e.getNumber())
                .isNotNegative();
        started.add(e.getNumber());
    }

    private void isFirst(final long number, final String product) {
        assertThat(queue(product)).as("who waits for %s", product).isNotEmpty();
        assertThat(number).as("nobody overtakes").isEqualTo(queue(product).firstKey());
    }

    private TreeMap<Long, Long> queue(final String product) {
        return waiting.computeIfAbsent(product, _ -> new TreeMap<>());
    }

    int started() {
        return started.size();
    }

    int canceled() {
        return canceled.size();
    }

    /** The books say the same, and each order is in one state. */
    ShopAudit agreesWith(final ShopTrial shop) {
        left.forEach((product, quantity) ->
                assertThat(shop.stock(product)).as("stock of " + product).isEqualTo(quantity));
        shop.orders().forEach(order -> {
            final long n = order.getNumber();
            final String says = order.getStatus() + "/" + order.getProduction().getStatus();
            final Set<String> may = completed.contains(n)
                    ? Set.of("COMPLETED/COMPLETED")
                    : started.contains(n)
                            ? Set.of("MAKING/STARTED")
                            : canceled.contains(n)
                                    ? Set.of("CANCELED/CANCELED")
                                    : Set.of("REQUESTED/WAITING", "OUT_OF_STOCK/OUT_OF_STOCK");
            assertThat(may).as("order " + n).contains(says);
        });
        return this;
    }

    /** With the kitchen open and no call unanswered, only who can't be served waits. */
    ShopAudit leavesNobodyWaitingInVain() {
        waiting.values().removeIf(Map::isEmpty);
        waiting.forEach((product, queue) -> assertThat(
                        Objects.requireNonNull(queue.firstEntry()).getValue())
                .as("the first who waits for %s", product)
                .isGreaterThan(left.getOrDefault(product, 0L)));
        return this;
    }
}
