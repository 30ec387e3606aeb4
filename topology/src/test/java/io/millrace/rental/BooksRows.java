package io.millrace.rental;

import io.millrace.backbone.Books;
import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.Row;
import io.millrace.testkit.DeskTrial;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Books as pages: the same rows, all at one place in the journal. */
record BooksRows(Books books, long seq) implements PageRows {

    static PageRows of(final DeskTrial trial, final long seq) {
        return new BooksRows(trial.books(), seq);
    }

    @Override
    public <T extends SpecificRecord> Optional<Held<T>> find(final Shelf<T> shelf, final String id) {
        return books.find(shelf, id).map(it -> held(shelf, it));
    }

    @Override
    public <T extends SpecificRecord> List<Held<T>> list(
            final Shelf<T> shelf, final @Nullable String after, final int atMost, final boolean backwards) {
        final List<T> all = books.all(shelf);
        return (backwards ? all.reversed() : all)
                .stream()
                        .filter(it -> after == null || isPast(shelf.idOf().apply(it), after, backwards))
                        .limit(atMost)
                        .map(it -> held(shelf, it))
                        .toList();
    }

    private static boolean isPast(final String id, final String after, final boolean backwards) {
        return backwards ? id.compareTo(after) < 0 : id.compareTo(after) > 0;
    }

    private <T extends SpecificRecord> Held<T> held(final Shelf<T> shelf, final T value) {
        final Row row = Row.newBuilder()
                .setDesk("seoul")
                .setShelf(shelf.name())
                .setId(shelf.idOf().apply(value))
                .setSeq(seq)
                .setAt(DeskTrial.NOON)
                .setMadeAt(DeskTrial.NOON)
                .setEvent("")
                .setCommand("")
                .setCommandId("")
                .setValue(ByteBuffer.allocate(0))
                .build();
        return new Held<>(value, row);
    }
}
