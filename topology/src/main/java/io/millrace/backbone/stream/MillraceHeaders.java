package io.millrace.backbone.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The headers we set. Every record of ours is understood without them. */
public final class MillraceHeaders {

    /** Who waits for the receipt: {@code instance/number}; copied from a command to its receipt. */
    public static final String ASK = "millrace-ask";

    /** The command holds only if what it is about names its actor in one of these fields, separated by commas. */
    public static final String OWN = "millrace-own";

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

    public static Header onlyOwn(final List<String> fields) {
        return new RecordHeader(OWN, String.join(",", fields).getBytes(StandardCharsets.UTF_8));
    }

    /** The fields that {@link #OWN} names. */
    public static List<String> own(final Headers headers) {
        final Header own = headers.lastHeader(OWN);
        return own == null || own.value() == null
                ? List.of()
                : List.of(new String(own.value(), StandardCharsets.UTF_8).split(","));
    }
}
