package io.millrace.backbone;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What a desk knows, for its rules to read. */
public interface Books {

    <T extends SpecificRecord> Optional<T> find(Shelf<T> shelf, String id);

    /** All of a shelf whose ids start so, in the order of their ids; everything for the empty prefix. */
    <T extends SpecificRecord> List<T> all(Shelf<T> shelf, String prefix, int atMost);

    /** The number that the next thing on this shelf gets. */
    long next(Shelf<?> shelf);

    default <T extends SpecificRecord> Optional<T> find(final Shelf<T> shelf, final long number) {
        return find(shelf, Shelf.numberId(number));
    }

    default <T extends SpecificRecord> Optional<T> the(final Shelf<T> shelf) {
        return find(shelf, "the");
    }

    default <T extends SpecificRecord> List<T> all(final Shelf<T> shelf) {
        return all(shelf, "", Integer.MAX_VALUE);
    }

    /** Those of a shelf whose ids come after that one, in their order: to go through a shelf in parts. */
    <T extends SpecificRecord> List<T> after(Shelf<T> shelf, String id, int atMost);
}
