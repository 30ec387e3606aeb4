package io.millrace.infra.balance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the instances that requests are spread over, and whether it wants any. */
final class Backend {

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final Duration TO_SAY = Duration.ofSeconds(2);

    private final int port;
    private volatile boolean ready;

    Backend(final int port) {
        this.port = port;
    }

    URI uri(final String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    boolean ready() {
        return ready;
    }

    /** It didn't take a request: it gets no more until it says again that it is ready. */
    void failed() {
        now(false);
    }

    void check(final HttpClient http) {
        try {
            final HttpRequest asked =
                    HttpRequest.newBuilder(uri("/readyz")).timeout(TO_SAY).build();
            now(http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        } catch (final IOException e) {
            now(false);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void now(final boolean nowReady) {
        if (ready != nowReady) {
            LOG.info("backend port={}, ready={}", port, nowReady);
        }
        ready = nowReady;
    }
}
