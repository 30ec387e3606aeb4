package io.millrace.backbone.stream;

import java.time.Duration;

/** How soon after a poll that brought many records the next one may be. */
public record Pace(Duration between, int many) {

    public static final String SETTING = "millrace.pace";

    static final Pace NONE = new Pace(Duration.ZERO, 0);

    /** Who is brought so many doesn't rest; so whoever keeps a pace may be brought as many. */
    public static final int BEHIND = 500;

    /** For how long whoever was brought so many, so long ago, lets others come first. */
    long rest(final int brought, final long nanosAgo) {
        return brought < many || brought >= BEHIND ? 0 : Math.max(0, between.toNanos() - nanosAgo);
    }
}
