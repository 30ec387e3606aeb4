package io.millrace.api.kit;

import io.millrace.Businesses;
import io.millrace.api.http.Route;
import io.millrace.api.people.PasswordCost;
import io.millrace.api.people.PeopleSettings.FirstAdmin;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.backbone.Business;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker, and one process with businesses on it. */
public final class WholeProcess implements AutoCloseable {

    public static final FirstAdmin ADMIN = new FirstAdmin("admin", "admin's password");

    /** Tests sign in often, and nobody attacks them. */
    private static final PasswordCost CHEAP = new PasswordCost(64, 1, 1);

    private static final Duration TO_START = Duration.ofSeconds(120);

    private final Broker broker;
    private final Backbone backbone;

    private WholeProcess(final Broker broker, final Backbone backbone) {
        this.broker = broker;
        this.backbone = backbone;
    }

    public static WholeProcess start(final List<Business> businesses) {
        return start(businesses, false);
    }

    /** Asking everybody for a role. */
    public static WholeProcess secured() {
        return start(Businesses.ALL, true);
    }

    private static WholeProcess start(final List<Business> businesses, final boolean secured) {
        final Broker broker = Broker.start();
        final BackboneSettings settings = settings(broker, "one", businesses).withOwnBroker();
        final Backbone backbone =
                Backbone.start(settings.with(settings.people().with(ADMIN).securing(secured)));
        if (!backbone.awaitReady(TO_START)) {
            throw new IllegalStateException("the process did not get ready");
        }
        return new WholeProcess(broker, backbone);
    }

    /** For tests that start it themselves: with what they need, since each business more takes a second to start. */
    public static BackboneSettings settings(final Broker broker, final Business... businesses) {
        return settings(broker, "one", List.of(businesses));
    }

    public static BackboneSettings settings(
            final Broker broker, final String instance, final List<Business> businesses) {
        final BackboneSettings settings =
                BackboneSettings.of(broker.bootstrap(), "mock://api-tests", directory(), instance, businesses, 0);
        return settings.with(settings.people().with(CHEAP));
    }

    /** Everything it answers to. */
    public List<Route> routes() {
        return backbone.routes();
    }

    public Caller caller() {
        return new Caller(backbone.port());
    }

    Vandal vandal() {
        return new Vandal(broker.bootstrap());
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
