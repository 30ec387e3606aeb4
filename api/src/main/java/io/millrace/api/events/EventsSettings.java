package io.millrace.api.events;

import java.time.Duration;

/**
 * How much the live stream takes on: listeners at once, frames that wait for one of them, how long one may stay behind,
 * how often silence is broken, and how many of each partition's last entries are kept in memory, and
 * how many streams one client may have.
 */
public record EventsSettings(
        int listeners, int waiting, Duration patience, Duration heartbeat, int tape, int perClient) {

    public static final EventsSettings DEFAULT =
            new EventsSettings(4_096, 1_024, Duration.ofSeconds(10), Duration.ofSeconds(15), 2_048, Integer.MAX_VALUE);

    /** So many for each client. */
    public EventsSettings eachHaving(final int most) {
        return new EventsSettings(listeners, waiting, patience, heartbeat, tape, most);
    }
}
