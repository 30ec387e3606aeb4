package io.millrace.backbone.stream;

/** The headers we set. Every record of ours is understood without them. */
public final class MillraceHeaders {

    /** Who waits for the receipt: {@code instance/number}; copied from a command to its receipt. */
    public static final String ASK = "millrace-ask";

    /** Why a record is in quarantine, where it came from, and the stack if there was one. */
    public static final String REASON = "millrace-reason";

    public static final String PLACE = "millrace-place";
    public static final String STACK = "millrace-stack";

    private MillraceHeaders() {}
}
