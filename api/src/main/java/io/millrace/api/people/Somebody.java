package io.millrace.api.people;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.people.People;
import io.millrace.schemas.JournalEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** One person's rows as far as their journal has been read, folded by the same function as books and pages. */
record Somebody(Map<String, SpecificRecord> rows, long seq) {

    static final Somebody NOBODY = new Somebody(Map.of(), 0);

    <T extends SpecificRecord> Optional<T> find(final Shelf<T> shelf, final String id) {
        return Optional.ofNullable(rows.get(key(shelf, id))).map(shelf.type()::cast);
    }

    <T extends SpecificRecord> Optional<T> the(final Shelf<T> shelf) {
        return find(shelf, "the");
    }

    Somebody after(final JournalEntry entry) {
        if (entry.getSeq() <= seq) {
            return this;
        }
        final Folding folding = new Folding(new HashMap<>(rows));
        People.BUSINESS.rules().fold(entry.event(), folding, Moment.of(entry));
        return new Somebody(Map.copyOf(folding.rows), entry.getSeq());
    }

    private static String key(final Shelf<?> shelf, final String id) {
        return shelf.name() + "/" + id;
    }

    private record Folding(Map<String, SpecificRecord> rows) implements Rows {

        @Override
        public <T extends SpecificRecord> void put(final Shelf<T> shelf, final T row) {
            rows.put(key(shelf, shelf.idOf().apply(row)), row);
        }

        @Override
        public <T extends SpecificRecord> void change(
                final Shelf<T> shelf, final String id, final UnaryOperator<T> change) {
            rows.computeIfPresent(
                    key(shelf, id), (_, row) -> change.apply(shelf.type().cast(row)));
        }

        @Override
        public <T extends SpecificRecord> void remove(final Shelf<T> shelf, final String id) {
            rows.remove(key(shelf, id));
        }
    }
}
