package io.millrace.coffeeshop;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.coffeeshop.Kitchen;
import io.millrace.schemas.coffeeshop.Order;
import io.millrace.schemas.coffeeshop.OrderStatus;
import io.millrace.schemas.coffeeshop.PlaceOrder;
import io.millrace.schemas.coffeeshop.ProductionStarted;
import io.millrace.schemas.coffeeshop.SetHouseRules;
import io.millrace.schemas.coffeeshop.Stock;
import io.millrace.testkit.DeskTrial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A shop in memory with its kitchen: what the journal calls the kitchen for waits until it is let do it. */
final class ShopTrial {

    private final DeskTrial desk = DeskTrial.at(Coffeeshop.BUSINESS, "gangnam");
    private final Deque<SpecificRecord> calls = new ArrayDeque<>();
    private int heard;

    static PlaceOrder order(final String product, final long quantity) {
        return new PlaceOrder("HSI", product, quantity);
    }

    static SetHouseRules kitchen(final Kitchen kitchen) {
        return new SetHouseRules(null, kitchen);
    }

    /** Asked at the counter; the kitchen hears of it, but has done nothing yet. */
    ShopTrial ask(final SpecificRecord... commands) {
        for (final SpecificRecord command : commands) {
            desk.when(command);
            hear();
        }
        return this;
    }

    /** Asked, and all that follows from it done. */
    ShopTrial settle(final SpecificRecord... commands) {
        for (final SpecificRecord command : commands) {
            ask(command);
            work(Integer.MAX_VALUE);
        }
        return this;
    }

    /** The kitchen answers so many calls, oldest first; says how many it found. */
    int work(final int most) {
        int done = 0;
        while (done < most && !calls.isEmpty()) {
            ask(calls.remove());
            done++;
        }
        return done;
    }

    /** The oldest call comes twice, as it would if a crash forgot that it was answered. */
    void stutter() {
        if (!calls.isEmpty()) {
            calls.addFirst(calls.element());
        }
    }

    /** The oldest call is lost, as a saboteur. */
    void lose() {
        calls.poll();
    }

    private void hear() {
        final List<JournalEntry> journal = desk.journal();
        for (; heard < journal.size(); heard++) {
            final JournalEntry entry = journal.get(heard);
            Coffeeshop.BUSINESS.reactions().apply(entry.event(), Moment.of(entry)).stream()
                    .map(Reaction::command)
                    .forEach(calls::add);
        }
    }

    DeskTrial desk() {
        return desk;
    }

    Order order(final long number) {
        return desk.books().find(ShopBooks.ORDERS, number).orElseThrow();
    }

    List<Order> orders() {
        return desk.books().all(ShopBooks.ORDERS);
    }

    List<OrderStatus> statuses() {
        return orders().stream().map(Order::getStatus).toList();
    }

    long stock(final String product) {
        return desk.books()
                .find(ShopBooks.STOCKS, product)
                .map(Stock::getQuantity)
                .orElse(0L);
    }

    /** What was started, in its order. */
    List<ProductionStarted> started() {
        return desk.journal().stream()
                .map(JournalEntry::getPayload)
                .filter(ProductionStarted.class::isInstance)
                .map(ProductionStarted.class::cast)
                .toList();
    }
}
