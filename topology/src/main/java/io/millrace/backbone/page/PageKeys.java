package io.millrace.backbone.page;

import io.millrace.backbone.Shelf;
import io.millrace.schemas.Row;

/** The keys of rows in page stores. Ids hold no slash, and sort below the tilde. */
public final class PageKeys {

    /** What begins so is no row, but about them. */
    public static final String MARK = "~";

    private PageKeys() {}

    static String row(final String desk, final String shelf, final String id) {
        return desk + "/" + shelf + "/" + id;
    }

    static String shelf(final String whose, final Shelf<?> shelf) {
        return whose + "/" + shelf.name() + "/";
    }

    /** A person's row stands where it was made, in time: so the newest are found first, and changes don't move it. */
    public static String ofPerson(final String person, final Row row) {
        final String madeAt = Shelf.padded(row.getMadeAt().toEpochMilli(), 15);
        return person + "/" + row.getShelf() + "/" + madeAt + "/" + row.getDesk() + "/" + row.getId();
    }

    /** A desk's tally, where rows are spoken of. No shelf is called like that. */
    static String tally(final String desk, final String tally) {
        return row(desk, MARK + "tally", tally);
    }

    /** Up to where a desk's journal has been folded. */
    public static String applied(final String desk) {
        return MARK + "/" + desk;
    }

    /** What is known of a notice that isn't on its page yet. */
    static String early(final String row) {
        return MARK + "early/" + row;
    }

    /** Whose personal page: {@code customers/HSI}. */
    public static String person(final String path, final String person) {
        return path + "/" + person;
    }
}
