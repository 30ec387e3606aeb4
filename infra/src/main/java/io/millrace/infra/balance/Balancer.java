package io.millrace.infra.balance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads requests over the instances that are ready, in turn. One that can't be connected to costs a request nothing;
 * what broke on the way is told as 503, so that the caller sends it again with the same key.
 */
public final class Balancer implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofMillis(500);
    private static final long CHECK_MILLIS = 250;
    private static final int BACKLOG = 1_024;

    private final List<Backend> backends;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("balancer-checks").factory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .executor(threads)
            .build();
    private final HttpServer server;

    private Balancer(final List<Backend> backends, final HttpServer server) {
        this.backends = backends;
        this.server = server;
    }

    /** Port 0 takes a free one. */
    public static Balancer start(final int port, final List<Integer> backendPorts) {
        try {
            // the server's default waits for acknowledgements between head and body: 40 ms for each answer
            System.setProperty("sun.net.httpserver.nodelay", "true");
            final HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            final Balancer balancer =
                    new Balancer(backendPorts.stream().map(Backend::new).toList(), server);
            server.setExecutor(balancer.threads);
            server.createContext("/", balancer::handle);
            balancer.checks.scheduleWithFixedDelay(balancer::checkAll, 0, CHECK_MILLIS, TimeUnit.MILLISECONDS);
            server.start();
            return balancer;
        } catch (final IOException e) {
            throw new UncheckedIOException("The balancer can't listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void checkAll() {
        backends.forEach(backend -> threads.execute(() -> backend.check(http)));
    }

    private void handle(final HttpExchange exchange) throws IOException {
        try (exchange) {
            final Passage passage = Passage.of(exchange);
            for (int tries = 0; tries < backends.size(); tries++) {
                final Optional<Backend> backend = next();
                if (backend.isEmpty()) {
                    break;
                }
                if (passed(passage, backend.get())) {
                    return;
                }
            }
            passage.comeAgain("No instance is ready.");
        }
    }

    /** False only if nothing of it can have reached the instance. */
    private boolean passed(final Passage passage, final Backend backend) throws IOException {
        try {
            passage.through(http, backend);
            return true;
        } catch (final ConnectException e) {
            backend.failed();
            return false;
        } catch (final HttpTimeoutException e) {
            passage.comeAgain("The instance did not answer in time.");
        } catch (final IOException e) {
            passage.comeAgain("The instance went away.");
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            passage.comeAgain("The balancer is stopping.");
        }
        return true;
    }

    private Optional<Backend> next() {
        final int from = Math.floorMod(turn.getAndIncrement(), backends.size());
        for (int i = 0; i < backends.size(); i++) {
            final Backend backend = backends.get((from + i) % backends.size());
            if (backend.ready()) {
                return Optional.of(backend);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        checks.shutdownNow();
        server.stop(1);
        http.shutdownNow();
        threads.shutdownNow();
    }
}
