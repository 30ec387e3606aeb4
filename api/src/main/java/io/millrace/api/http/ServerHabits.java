package io.millrace.api.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;

/** How the HTTP server behaves, where that is not what it does by itself. */
final class ServerHabits {

    /** Longer than anybody may wait for an answer. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    /** Who says nothing for so long while it stops, and waits for no answer, is hung up on. */
    private static final Duration SILENCE = Duration.ofMillis(300);

    /** In seconds: how long a browser remembers that it is to encrypt. */
    private static final long ONE_YEAR = 31_536_000;

    private static final int BACKLOG = 4096;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int COPIED_AT_ONCE = 4 * 1024;

    private ServerHabits() {}

    static void apply(final JavalinConfig config, final FacadeSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Requests.LARGEST_BODY;
        config.http.defaultContentType = Outcome.JSON;
        // the default takes 32 KiB anew for each answer, and most have less than one
        config.http.responseBufferSize = COPIED_AT_ONCE;
        // answers are small and callers many: compressing would cost more than it saves
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(ServerHabits::http);
        config.jetty.modifyServletContextHandler(ServerHabits::servlets);
        config.jetty.modifyServer(server -> server(server, settings));
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private static void http(final HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        // keys of commands stand in paths, and may hold any visible character
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "KEYS",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
    }

    private static void servlets(final ServletContextHandler handler) {
        handler.getServletHandler().setDecodeAmbiguousURIs(true);
        handler.setSessionHandler(new NoSessions());
        for (final Filter filter : List.of(new HeadsAsGets(), new WholeBodies())) {
            handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST)).setAsyncSupported(true);
        }
    }

    private static void server(final Server server, final FacadeSettings settings) {
        // without it, requests in flight are dropped when the process stops
        server.setStopTimeout(settings.toDrain().toMillis());
        server.setErrorHandler(ServerHabits::problem);
    }

    private static Connector connector(
            final Server server, final HttpConfiguration http, final FacadeSettings settings) {
        final Protection protection = settings.protection();
        final Tls tls = protection.tls();
        final Encryption encryption = tls == null ? null : new Encryption(tls);
        if (encryption != null) {
            http.addCustomizer(new SecureRequestCustomizer(false, false, ONE_YEAR, false));
        }
        final HttpConnectionFactory plain = new HttpConnectionFactory(http);
        final ServerConnector connector = encryption == null
                ? new ServerConnector(server, plain)
                : new ServerConnector(
                        server, new SslConnectionFactory(encryption.factory(), plain.getProtocol()), plain);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(SILENCE.toMillis());
        // a crowd that comes at once: with the short default queue some would connect, and never be heard
        connector.setAcceptQueueSize(BACKLOG);
        connector.addBean(new NetworkConnectionLimit(protection.connections(), connector));
        SlowClients.hangUpOn(connector, protection.toAsk());
        if (encryption != null) {
            encryption.lookAfter(connector);
        }
        return connector;
    }

    /** What never reaches a handler, such as a header that is too long, is refused in the same words. */
    private static boolean problem(final Request request, final Response response, final Callback callback) {
        final int status = response.getStatus();
        final HttpProblem problem = status == 404
                ? HttpProblem.notFound()
                : HttpProblem.of(status, status < 500 ? "MALFORMED" : "INTERNAL", "The request can't be understood.");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpProblem.TYPE);
        response.write(true, ByteBuffer.wrap(problem.body()), callback);
        return true;
    }
}
