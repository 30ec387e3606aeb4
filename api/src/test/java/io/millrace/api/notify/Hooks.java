package io.millrace.api.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** The servers of shops that want their notices posted: each path is another shop's, and answers as it is told to. */
final class Hooks implements AutoCloseable {

    /** What came; {@code at}: when, by this machine's clock. */
    record Got(String path, String id, String timestamp, String signature, String body, long at) {}

    /** What is answered; a redirect names where to. */
    record Says(int status, Map<String, String> headers) {

        static Says status(final int status) {
            return new Says(status, Map.of());
        }
    }

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final List<Got> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Got, Says>> manners = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    Hooks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(final String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** Each shop has its webhook; the last one stands somewhere in our own network. */
    Channels channels(final byte[] secret, final Set<String> shops, final String inOurNetwork) {
        final Map<String, List<String>> byPlace = new HashMap<>();
        final Map<String, Webhook> webhooks = new HashMap<>();
        Stream.concat(shops.stream(), Stream.of(inOurNetwork)).forEach(name -> {
            byPlace.put("cafe." + name, List.of("stream", name));
            final boolean near = !name.equals(inOurNetwork);
            webhooks.put(name, new Webhook(name, URI.create(url(name)), secret, 2, Duration.ofSeconds(2), near));
        });
        return new Channels(byPlace, webhooks);
    }

    void answer(final String path, final Function<Got, Says> manner) {
        manners.put("/" + path, manner);
    }

    /** Says nothing at all, until the end. */
    void silent(final String path) {
        answer(path, _ -> {
            try {
                closing.await();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Says.status(500);
        });
    }

    private void answer(final HttpExchange exchange) throws IOException {
        try (exchange) {
            final Got one = new Got(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Millrace-Notice")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Millrace-Timestamp")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Millrace-Signature")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    System.nanoTime());
            got.add(one);
            final Says says =
                    manners.getOrDefault(one.path(), _ -> Says.status(204)).apply(one);
            says.headers().forEach(exchange.getResponseHeaders()::add);
            if (says.status() / 100 == 2) {
                taken.add(one);
            }
            exchange.sendResponseHeaders(says.status(), -1);
        }
    }

    /** All that came there, whatever was answered. */
    List<Got> got(final String path) {
        return got.stream().filter(it -> it.path().equals("/" + path)).toList();
    }

    /** The ids of what was taken there, in the order they came. */
    List<String> taken(final String path) {
        return taken.stream()
                .filter(it -> it.path().equals("/" + path))
                .map(Got::id)
                .toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
