package io.millrace.backbone;

import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where a fold writes. A row's next value is made of its own last value and the event, never of another row: so an
 * event folded twice, or half, and then again, comes out right.
 */
public interface Rows {

    <T extends SpecificRecord> void put(Shelf<T> shelf, T row);

    /** Changes a row that is there; a row that is gone stays gone. */
    <T extends SpecificRecord> void change(Shelf<T> shelf, String id, UnaryOperator<T> change);

    <T extends SpecificRecord> void remove(Shelf<T> shelf, String id);

    default <T extends SpecificRecord> void change(
            final Shelf<T> shelf, final long number, final UnaryOperator<T> change) {
        change(shelf, Shelf.numberId(number), change);
    }

    default <T extends SpecificRecord> void remove(final Shelf<T> shelf, final long number) {
        remove(shelf, Shelf.numberId(number));
    }
}
