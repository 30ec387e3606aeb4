package io.millrace.pieces;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.desk.Decision;
import io.millrace.backbone.desk.Overlay;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the café's rules cost, on books in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RulePieces {

    private final OrdersTaken shop = new OrdersTaken();
    private final Envelope order;
    private final List<JournalEntry> events;
    private final Moment moment = new Moment(OrdersTaken.SHOP, OrdersTaken.NOON, null);

    public RulePieces() {
        shop.take(shop.coffee());
        order = shop.order();
        events = shop.decide(order).entries();
    }

    /** The rule alone. */
    @Benchmark
    public Ruling<?, ?> rule() {
        return Cafe.BUSINESS.rules().rule(order.payload(), new Overlay(OrdersTaken.SHOP, shop.books()), moment);
    }

    /** What the order's events do to the rows. */
    @Benchmark
    public Map<String, Optional<SpecificRecord>> fold() {
        final Overlay overlay = new Overlay(OrdersTaken.SHOP, shop.books());
        events.forEach(entry -> Cafe.BUSINESS.rules().fold(entry.event(), overlay, moment));
        return overlay.changes();
    }

    /** Checked, ruled, folded, with its entries and its receipt. */
    @Benchmark
    public Decision decide() {
        return shop.decide(order);
    }
}
