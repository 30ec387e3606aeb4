package io.millrace.schemas.registry;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this JVM, reached as any other: by HTTP. It has no sign-in of its own, so bind it to an address
 * that only its own machine or network reaches.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final long STOP_PATIENCE_MS = 5_000;
    /** Who only keeps a connection open for so long while it stops is hung up on. */
    private static final long SILENCE_MS = 100;

    private final SchemaLog log;
    private final Javalin server;
    private final String url;

    private EmbeddedRegistry(final SchemaLog log, final Javalin server, final String host) {
        this.log = log;
        this.server = server;
        this.url = "http://" + host + ":" + server.port();
    }

    public static EmbeddedRegistry start(final String bootstrapServers, final String host, final int port) {
        return start(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), host, port);
    }

    /**
     * Takes over writing, reads what there is, then listens. Port 0 takes a free one.
     *
     * @param kafka where the cluster is and how to sign in to it, as for any Kafka client
     */
    public static EmbeddedRegistry start(final Map<String, ?> kafka, final String host, final int port) {
        final RegistryState state = new RegistryState();
        final SchemaLog log = new SchemaLog(new HashMap<>(kafka), state);
        try {
            log.start(START_PATIENCE);
            final Javalin server = Javalin.create(config -> configure(config, state, log, host, port))
                    .start();
            final EmbeddedRegistry registry = new EmbeddedRegistry(log, server, host);
            LOG.info(
                    "event=registry-started url={} subjects={}",
                    registry.url,
                    state.all().size());
            return registry;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static void configure(
            final JavalinConfig config,
            final RegistryState state,
            final SchemaLog log,
            final String host,
            final int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.defaultContentType = Answers.CONTENT_TYPE;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_PATIENCE_MS));
        config.jetty.addConnector((server, http) -> {
            final ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(host);
            connector.setPort(port);
            connector.setShutdownIdleTimeout(SILENCE_MS);
            return connector;
        });
        final Questions questions = new Questions(state);
        final Changes changes = new Changes(state, questions, log);
        config.routes.get("/", ctx -> Answers.json(ctx, Json.object()));
        new SubjectRoutes(questions, changes).addTo(config.routes);
        new SchemaRoutes(questions).addTo(config.routes);
        new CompatibilityRoutes(questions).addTo(config.routes);
        new SettingRoutes(state, changes).addTo(config.routes);
        errors(config.routes);
    }

    private static void errors(final RoutesConfig routes) {
        routes.exception(
                RegistryError.class,
                (e, ctx) -> Answers.error(ctx, e.status(), e.code(), String.valueOf(e.getMessage())));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> Answers.error(
                        ctx, e.getStatus(), e.getStatus(), "HTTP " + e.getStatus() + " " + e.getMessage()));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("event=registry-request-failed method={} path={}", ctx.method(), ctx.path(), e);
            Answers.error(ctx, 500, 50001, "The registry failed; its log says why");
        });
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        server.stop();
        log.close();
        LOG.info("event=registry-stopped url={}", url);
    }
}
