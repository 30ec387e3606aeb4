package io.millrace.backbone.desk;

import io.millrace.backbone.Books;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.DeskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One desk's books with changes laid over them: a ruling is tried out here before anything is written. */
public final class Overlay implements Books, Rows {

    private final String desk;
    private final Below below;
    private final Map<String, Optional<SpecificRecord>> changes = new TreeMap<>();
    private final Map<String, Long> numbers;
    private long seq;

    public Overlay(final String desk, final Below below) {
        this.desk = desk;
        this.below = below;
        final DeskState state = (DeskState) below.get(stateKey(desk));
        this.seq = state == null ? 0 : state.getSeq();
        this.numbers = state == null ? new HashMap<>() : new HashMap<>(state.getNumbers());
    }

    /** The desk's place in its journal. */
    public long seq() {
        return seq;
    }

    /** The next place in the journal is taken. */
    long advance() {
        return ++seq;
    }

    /** Everything to write: rows by key, empty where one goes away, and the desk's state. */
    public Map<String, Optional<SpecificRecord>> changes() {
        final Map<String, Optional<SpecificRecord>> all = new TreeMap<>(changes);
        all.put(stateKey(desk), Optional.of(new DeskState(seq, numbers)));
        return all;
    }

    @Override
    public <T extends SpecificRecord> Optional<T> find(final Shelf<T> shelf, final String id) {
        return Optional.ofNullable(row(key(shelf, id))).map(shelf.type()::cast);
    }

    private @Nullable SpecificRecord row(final String key) {
        final Optional<SpecificRecord> changed = changes.get(key);
        return changed == null ? below.get(key) : changed.orElse(null);
    }

    @Override
    public <T extends SpecificRecord> List<T> all(final Shelf<T> shelf, final String prefix, final int atMost) {
        final String from = key(shelf, prefix);
        return between(from, from + Character.MAX_VALUE, shelf, atMost);
    }

    @Override
    public <T extends SpecificRecord> List<T> after(final Shelf<T> shelf, final String id, final int atMost) {
        return between(key(shelf, id) + Character.MIN_VALUE, key(shelf, "") + Character.MAX_VALUE, shelf, atMost);
    }

    private <T extends SpecificRecord> List<T> between(
            final String from, final String to, final Shelf<T> shelf, final int atMost) {
        final long gone = changes.values().stream().filter(Optional::isEmpty).count();
        final int enough = (int) Math.min(Integer.MAX_VALUE, atMost + gone);
        final TreeMap<String, SpecificRecord> merged = new TreeMap<>(below.range(from, to, enough));
        changes.forEach((key, row) -> {
            if (key.compareTo(from) >= 0 && key.compareTo(to) < 0) {
                row.ifPresentOrElse(it -> merged.put(key, it), () -> merged.remove(key));
            }
        });
        return merged.values().stream().limit(atMost).map(shelf.type()::cast).toList();
    }

    @Override
    public long next(final Shelf<?> shelf) {
        return numbers.getOrDefault(shelf.name(), 0L) + 1;
    }

    @Override
    public <T extends SpecificRecord> void put(final Shelf<T> shelf, final T row) {
        final String id = shelf.idOf().apply(row);
        changes.put(key(shelf, id), Optional.of(row));
        if (shelf.counted()) {
            numbers.merge(shelf.name(), Long.parseLong(id), Math::max);
        }
    }

    @Override
    public <T extends SpecificRecord> void change(
            final Shelf<T> shelf, final String id, final UnaryOperator<T> change) {
        find(shelf, id).ifPresent(row -> changes.put(key(shelf, id), Optional.of(change.apply(row))));
    }

    @Override
    public <T extends SpecificRecord> void remove(final Shelf<T> shelf, final String id) {
        changes.put(key(shelf, id), Optional.empty());
    }

    private String key(final Shelf<?> shelf, final String id) {
        return desk + "/" + shelf.name() + "/" + id;
    }

    private static String stateKey(final String desk) {
        return desk + "/~";
    }
}
