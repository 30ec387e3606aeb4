package io.millrace.backbone.stream;

import java.util.Locale;

/** Who read a record and could not handle it, which says what trying it again means. */
public enum Reader {
    DESK,
    REACTIONS,
    PAGES,
    PUSHES,
    PEOPLE,
    RECEIPTS,
    NOTIFIER,
    KEEPER;

    private static final String OF_REACTIONS = ".reactions";

    /** Whether what waits under this id waits for its reactions. */
    public static boolean isOfReactions(final String id) {
        return id.endsWith(OF_REACTIONS);
    }

    /** As it is written in a header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a record is known by: its place, once per reader of the same place. */
    public String id(final Place place) {
        return this == REACTIONS ? place + OF_REACTIONS : place.toString();
    }
}
