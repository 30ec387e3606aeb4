package io.millrace.backbone.page;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Somebody's rows, as they lie in a page store. */
final class StoredRows implements PageRows {

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final AvroCodec codec;
    private final String whose;

    StoredRows(final ReadOnlyKeyValueStore<String, byte[]> store, final AvroCodec codec, final String whose) {
        this.store = store;
        this.codec = codec;
        this.whose = whose;
    }

    @Override
    public <T extends SpecificRecord> Optional<Held<T>> find(final Shelf<T> shelf, final String id) {
        return Optional.ofNullable(store.get(PageKeys.shelf(whose, shelf) + id)).map(bytes -> held(shelf, bytes));
    }

    @Override
    public <T extends SpecificRecord> List<Held<T>> list(
            final Shelf<T> shelf, final @Nullable String after, final int atMost, final boolean backwards) {
        final String start = PageKeys.shelf(whose, shelf);
        final String end = start + Character.MAX_VALUE;
        final String from = after == null || backwards ? start : start + after;
        final String to = after == null || !backwards ? end : start + after;
        final List<Held<T>> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = backwards ? store.reverseRange(from, to) : store.range(from, to)) {
            while (found.size() < atMost && rows.hasNext()) {
                final var row = rows.next();
                if (after == null || !row.key.equals(start + after)) {
                    found.add(held(shelf, row.value));
                }
            }
        }
        return found;
    }

    private <T extends SpecificRecord> Held<T> held(final Shelf<T> shelf, final byte[] bytes) {
        final Row row = (Row) codec.decode(bytes);
        return new Held<>(shelf.type().cast(codec.decode(Utils.toArray(row.getValue()))), row);
    }
}
