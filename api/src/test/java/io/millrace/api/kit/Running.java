package io.millrace.api.kit;

import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.cafe.Cafe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** One process with a café, for all tests of the JVM. */
public final class Running {

    private static final Backbone BACKBONE = started();

    private Running() {}

    public static Caller caller() {
        return new Caller(BACKBONE.port());
    }

    private static Backbone started() {
        try {
            final Backbone backbone = Backbone.start(BackboneSettings.of(
                    Broker.bootstrap(),
                    "mock://api-tests",
                    Files.createTempDirectory("millrace"),
                    "one",
                    List.of(Cafe.BUSINESS),
                    0));
            if (!backbone.awaitReady(Duration.ofSeconds(60))) {
                throw new IllegalStateException("the process did not get ready");
            }
            return backbone;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
