package io.millrace.api.kit;

import io.millrace.Businesses;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.backbone.Business;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker, and one process with a café on it. */
public final class WholeProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(120);

    private final Broker broker;
    private final Backbone backbone;

    private WholeProcess(final Broker broker, final Backbone backbone) {
        this.broker = broker;
        this.backbone = backbone;
    }

    public static WholeProcess start() {
        final Broker broker = Broker.start();
        final Backbone backbone = Backbone.start(settings(broker));
        if (!backbone.awaitReady(TO_START)) {
            throw new IllegalStateException("the process did not get ready");
        }
        return new WholeProcess(broker, backbone);
    }

    public static BackboneSettings settings(final Broker broker) {
        return settings(broker, "one", Businesses.ALL);
    }

    public static BackboneSettings settings(
            final Broker broker, final String instance, final List<Business> businesses) {
        return BackboneSettings.of(broker.bootstrap(), "mock://api-tests", directory(), instance, businesses, 0);
    }

    public Caller caller() {
        return new Caller(backbone.port());
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("millrace");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        backbone.close();
        broker.close();
    }
}
