package io.millrace.api.http;

import java.time.Duration;

/** Where the façade listens, and how much it takes on. */
public record FacadeSettings(String host, int port, int commandsInFlight, int readersWaiting, Duration toDrain) {

    /** Loopback only; port 0 takes a free one. */
    public static FacadeSettings onLoopback(final int port) {
        return on("127.0.0.1", port);
    }

    public static FacadeSettings on(final String host, final int port) {
        return new FacadeSettings(host, port, 4096, 4096, Duration.ofSeconds(5));
    }
}
