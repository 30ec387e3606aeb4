package io.millrace.backbone.page;

import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.stream.Blame;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Folds one event into rows. Each row knows the event that last changed it, so one that has this event already is left
 * alone, but still counted as touched: what follows from it may not have been sent the first time.
 */
final class Folding implements Rows {

    private final KeyValueStore<String, byte[]> store;
    private final AvroCodec codec;
    private final JournalEntry entry;
    private final boolean replayed;
    private final Gate gate;
    private final Map<String, Touched> touched = new LinkedHashMap<>();

    /** A row that the event is about: before it, what it holds now (null: it went away), and whether that is news. */
    record Touched(
            Shelf<?> shelf,
            @Nullable Row before,
            Row row,
            @Nullable SpecificRecord value,
            boolean changed) {}

    Folding(
            final KeyValueStore<String, byte[]> store,
            final AvroCodec codec,
            final JournalEntry entry,
            final boolean replayed,
            final Gate gate) {
        this.store = store;
        this.codec = codec;
        this.entry = entry;
        this.replayed = replayed;
        this.gate = gate;
    }

    Map<String, Touched> touched() {
        return touched;
    }

    @Override
    public <T extends SpecificRecord> void put(final Shelf<T> shelf, final T value) {
        final String id = shelf.idOf().apply(value);
        if (!open(shelf, id)) {
            return;
        }
        final Row old = old(shelf, id);
        if (replayed && old == null) {
            return;
        }
        touch(shelf, id, old, old == null || isNewsTo(old) ? value : read(old));
    }

    @Override
    public <T extends SpecificRecord> void change(
            final Shelf<T> shelf, final String id, final UnaryOperator<T> change) {
        final Row old = open(shelf, id) ? old(shelf, id) : null;
        if (old != null) {
            final T value = shelf.type().cast(read(old));
            changed(shelf, id, old, isNewsTo(old) ? change : UnaryOperator.identity(), value);
        }
    }

    @Override
    public <T extends SpecificRecord> void remove(final Shelf<T> shelf, final String id) {
        final Row old = open(shelf, id) ? old(shelf, id) : null;
        if (old != null && isNewsTo(old)) {
            touch(shelf, id, old, null);
        }
    }

    /** A row that the event breaks has nothing of this event. Every other row is another matter. */
    private <T extends SpecificRecord> void changed(
            final Shelf<T> shelf, final String id, final Row old, final UnaryOperator<T> change, final T value) {
        try {
            touch(shelf, id, old, change.apply(value));
        } catch (final RuntimeException e) {
            touched.remove(key(shelf, id));
            gate.broken(key(shelf, id), Blame.ofRecord(e));
        }
    }

    private boolean open(final Shelf<?> shelf, final String id) {
        return shelf.shown() && gate.open(key(shelf, id));
    }

    private String key(final Shelf<?> shelf, final String id) {
        return PageKeys.row(entry.getDesk(), shelf.name(), id);
    }

    private @Nullable Row old(final Shelf<?> shelf, final String id) {
        final String key = key(shelf, id);
        final Touched before = touched.get(key);
        if (before != null) {
            return before.value() == null ? null : before.row();
        }
        final byte[] row = store.get(key);
        return row == null ? null : (Row) codec.decode(row);
    }

    /** Whether the event still has to come into this row: an event may change the same row more than once. */
    private boolean isNewsTo(final Row row) {
        final Touched before = touched.get(PageKeys.row(row.getDesk(), row.getShelf(), row.getId()));
        return before == null ? row.getSeq() < entry.getSeq() : before.changed();
    }

    private SpecificRecord read(final Row row) {
        final Touched before = touched.get(PageKeys.row(row.getDesk(), row.getShelf(), row.getId()));
        return before != null && before.value() != null ? before.value() : codec.decode(Utils.toArray(row.getValue()));
    }

    private void touch(
            final Shelf<?> shelf, final String id, final @Nullable Row old, final @Nullable SpecificRecord value) {
        final String key = key(shelf, id);
        final boolean has = old != null && !isNewsTo(old);
        final Row row = old != null && has ? old : row(shelf, id, old == null ? entry.getAt() : old.getMadeAt(), value);
        final Touched already = touched.get(key);
        touched.put(key, new Touched(shelf, already == null ? old : already.before(), row, value, !has));
    }

    private Row row(final Shelf<?> shelf, final String id, final Instant madeAt, final @Nullable SpecificRecord value) {
        return new Row(
                entry.getDesk(),
                shelf.name(),
                id,
                entry.getSeq(),
                entry.getAt(),
                madeAt,
                entry.event().getClass().getSimpleName(),
                entry.getCommand(),
                entry.getCommandId(),
                entry.getActor(),
                entry.getCause(),
                value == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(codec.encode(value)),
                0,
                null);
    }
}
