package io.millrace.pieces;

import io.millrace.backbone.page.Generation;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import io.millrace.testkit.PageDriver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The café's page side as it runs, on RocksDB, without a broker: all that happened with an order, on every page. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PagePieces {

    private final AvroCodec codec =
            new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://page-pieces")), true);
    private final OrdersTaken shop = new OrdersTaken();
    private final Deque<List<byte[]>> happened = new ArrayDeque<>();
    private final PageDriver pages = new PageDriver(Generation.first(Cafe.BUSINESS), codec);

    @Setup
    public void fill() {
        fold(entries(shop.coffee()));
        for (int i = 0; i < Measuring.ORDERS; i++) {
            happened.add(entries(shop.order()));
        }
    }

    @Benchmark
    public int pages() {
        fold(Objects.requireNonNull(happened.poll(), "more was measured than there are orders"));
        return pages.told("notices").size();
    }

    @TearDown
    public void close() {
        pages.close();
    }

    private void fold(final List<byte[]> entries) {
        entries.forEach(it -> pages.pipe("journal", OrdersTaken.SHOP, it, OrdersTaken.NOON));
    }

    private List<byte[]> entries(final Envelope command) {
        return shop.take(command).entries().stream().map(this::bytes).toList();
    }

    private byte[] bytes(final JournalEntry entry) {
        return codec.encode(Cafe.BUSINESS.topic("journal") + "-value", entry);
    }
}
