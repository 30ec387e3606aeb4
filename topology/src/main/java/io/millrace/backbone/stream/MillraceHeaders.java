package io.millrace.backbone.stream;

import java.util.Set;

/** The headers we set. Every record of ours is understood without them. */
public final class MillraceHeaders {

    /** Who waits for the receipt: {@code instance/number}; copied from a command to its receipt. */
    public static final String ASK = "millrace-ask";

    /** Why a record is in quarantine, where it came from, who read it there, and the stack if there was one. */
    public static final String REASON = "millrace-reason";

    public static final String PLACE = "millrace-place";
    public static final String READER = "millrace-reader";
    public static final String STACK = "millrace-stack";

    /** The id in quarantine under which a record waited that was sent again. */
    public static final String AGAIN = "millrace-again";

    /** What quarantine itself says of a record. */
    public static final Set<String> OF_QUARANTINE = Set.of(REASON, PLACE, READER, STACK);

    private MillraceHeaders() {}
}
