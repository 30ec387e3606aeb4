package io.millrace.backbone.desk;

import io.millrace.backbone.Token;
import org.jspecify.annotations.Nullable;

/**
 * Ids of commands that nobody sent but that follow from something: always the same for the same cause, so that a
 * replay makes the same ids, and never one that a client could choose, since theirs are visible ASCII.
 */
public final class Causes {

    public static final String KEY_REUSED = "KEY_REUSED";

    private static final char FOLLOWS = '→';

    private Causes() {}

    /** The {@code n}th reaction to an event. */
    public static String reaction(final Token event, final int n) {
        return FOLLOWS + event.toString() + "#" + n;
    }

    /** The {@code n}th alarm that a ruling set. */
    public static String alarm(final Token event, final int n) {
        return FOLLOWS + event.toString() + "!" + n;
    }

    /** A record that came without an id is known by its place. */
    public static String record(final String topic, final int partition, final long offset) {
        return FOLLOWS + topic + "/" + partition + "/" + offset;
    }

    /** The event that a command follows from, as a token; null for one that somebody sent. */
    static @Nullable String causeOf(final String commandId) {
        final int end = Math.max(commandId.indexOf('#'), commandId.indexOf('!'));
        return commandId.isEmpty() || commandId.charAt(0) != FOLLOWS || end < 0 ? null : commandId.substring(1, end);
    }
}
