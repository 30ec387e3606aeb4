package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.Tally;
import io.millrace.backbone.stream.ReceiptShelf;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Row;
import io.millrace.schemas.Sums;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * One business's pages, read where they lie; what is read here was committed before it was folded. Stores once found are
 * kept, so this is for one read.
 */
public final class Pages {

    private final Business business;
    private final AvroCodec codec;
    private final PageStores stores;
    private final Map<String, ReadOnlyKeyValueStore<String, byte[]>> found = new HashMap<>();

    public Pages(final Business business, final AvroCodec codec, final PageStores stores) {
        this.business = business;
        this.codec = codec;
        this.stores = stores;
    }

    public PageRows desk(final String desk) {
        return new StoredRows(rows(desk), codec, desk);
    }

    /** What concerns a person at all desks. Ids on these rows are {@code time/desk/id}. */
    public PageRows person(final Personal personal, final String person) {
        final String whose = PageKeys.person(personal.path(), person);
        return new StoredRows(people(whose), codec, whose);
    }

    /** Up to where a desk's journal is on its pages. */
    public long applied(final String desk) {
        return number(rows(desk).get(PageKeys.applied(desk)));
    }

    /** Up to where a desk's journal is on this person's page. */
    public long appliedFor(final Personal personal, final String person, final String desk) {
        final String whose = PageKeys.person(personal.path(), person);
        return number(people(whose).get(PageKeys.applied(desk)));
    }

    public Optional<Receipt> receipt(final String desk, final String commandId, final Instant now) {
        return ReceiptShelf.find(stores.receipts(PageNames.receipts(business), desk), desk, commandId, now)
                .map(bytes -> (Receipt) codec.decode(bytes));
    }

    /** What was there at a past time, and the row it was. */
    public record Past<T>(T value, Row row) {}

    /** What a remembered shelf held at a past time, by id. */
    public <T extends SpecificRecord> List<Past<T>> past(final String desk, final Shelf<T> shelf, final Instant at) {
        final List<Past<T>> found = new ArrayList<>();
        final String from = PageKeys.MARK + PageKeys.MARK + PageKeys.shelf(desk, shelf);
        final ReadOnlyKeyValueStore<String, byte[]> rows = rows(desk);
        final ReadOnlyWindowStore<String, byte[]> history = stores.history(PageNames.history(business), desk);
        try (KeyValueIterator<String, byte[]> ever = rows.range(from, from + Character.MAX_VALUE)) {
            while (ever.hasNext()) {
                final String key = ever.next().key.substring(2 * PageKeys.MARK.length());
                final Row row = History.at(rows, history, key, at, codec);
                if (row != null) {
                    found.add(new Past<>(shelf.type().cast(codec.decode(Utils.toArray(row.getValue()))), row));
                }
            }
        }
        return found;
    }

    /** A window of the finest kind, and its sums. */
    public record Window(Instant from, Sums sums) {}

    /** The windows of a tally in a time, oldest first. */
    public List<Window> sums(final String desk, final Tally<?> tally, final Instant from, final Instant to) {
        final List<Window> windows = new ArrayList<>();
        final byte[] key = desk.getBytes(StandardCharsets.UTF_8);
        try (WindowStoreIterator<byte[]> found =
                stores.sums(PageNames.tally(business, tally), desk).fetch(key, from, to)) {
            while (found.hasNext()) {
                final KeyValue<Long, byte[]> window = found.next();
                windows.add(new Window(Instant.ofEpochMilli(window.key), (Sums) codec.decode(window.value)));
            }
        }
        return windows;
    }

    private ReadOnlyKeyValueStore<String, byte[]> rows(final String desk) {
        return found(PageNames.rows(business), desk);
    }

    private ReadOnlyKeyValueStore<String, byte[]> people(final String whose) {
        return found(PageNames.people(business), whose);
    }

    private ReadOnlyKeyValueStore<String, byte[]> found(final String name, final String key) {
        return found.computeIfAbsent(name + "/" + key, _ -> stores.rows(name, key));
    }

    private static long number(final byte @Nullable [] bytes) {
        return bytes == null ? 0 : ByteBuffer.wrap(bytes).getLong();
    }
}
