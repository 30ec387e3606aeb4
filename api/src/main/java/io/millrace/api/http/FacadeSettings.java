package io.millrace.api.http;

import java.time.Duration;

/** Where the façade listens, how much it takes on, and what it bears. */
public record FacadeSettings(
        String host, int port, int commandsInFlight, int readersWaiting, Duration toDrain, Protection protection) {

    public FacadeSettings(
            final String host,
            final int port,
            final int commandsInFlight,
            final int readersWaiting,
            final Duration toDrain) {
        this(host, port, commandsInFlight, readersWaiting, toDrain, Protection.NONE);
    }

    /** Loopback only; port 0 takes a free one. */
    public static FacadeSettings onLoopback(final int port) {
        return on("127.0.0.1", port);
    }

    public static FacadeSettings on(final String host, final int port) {
        return new FacadeSettings(host, port, 4096, 4096, Duration.ofSeconds(5));
    }

    public FacadeSettings with(final Protection another) {
        return new FacadeSettings(host, port, commandsInFlight, readersWaiting, toDrain, another);
    }
}
