package io.millrace.api.http;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the façade bears: whose pages in a browser may ask ({@code origins}, beside our own), whether it answers only to
 * names of this machine, how often one client may ask ({@code perSecond}; 0: as often as they like), how many connections
 * there may be, how long one may take to ask, how many live streams one client may have, and whether it is encrypted.
 */
public record Protection(
        Set<String> origins,
        boolean onlyHere,
        int perSecond,
        int connections,
        Duration toAsk,
        int streams,
        @Nullable Tls tls) {

    private static final int CONNECTIONS = 10_000;

    /** As much as the machine takes, for whoever is on it. */
    public static final Protection NONE =
            new Protection(Set.of(), false, 0, CONNECTIONS, Duration.ofSeconds(10), Integer.MAX_VALUE, null);

    /** Only under a name that this machine has for itself: no page on the web can pass for one of ours. */
    public Protection answeringOnlyHere() {
        return new Protection(origins, true, perSecond, connections, toAsk, streams, tls);
    }

    public Protection asking(final int atMostPerSecond, final int atMostStreams) {
        return new Protection(origins, onlyHere, atMostPerSecond, connections, toAsk, atMostStreams, tls);
    }

    public Protection connecting(final int atMost, final Duration within) {
        return new Protection(origins, onlyHere, perSecond, atMost, within, streams, tls);
    }

    public Protection from(final Set<String> otherOrigins) {
        return new Protection(Set.copyOf(otherOrigins), onlyHere, perSecond, connections, toAsk, streams, tls);
    }

    public Protection with(final @Nullable Tls encryption) {
        return new Protection(origins, onlyHere, perSecond, connections, toAsk, streams, encryption);
    }
}
