package io.millrace.infra.siege;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A café that keeps its orders in memory, and does one thing wrong: the saboteur that a siege has to catch. */
final class LyingCafe implements AutoCloseable {

    enum Lie {
        NONE,
        LOSES_ONE,
        DOUBLES_ONE,
        GOES_BACK,
        FORGETS_STOCK,
        FAILS_ONE,
        /** No lie: it takes every command, and has its receipt the second time it is asked for. */
        ANSWERS_LATE
    }

    private static final Pattern CUSTOMER = Pattern.compile("\"customer\":\"([^\"]+)\"");

    private final Map<String, List<String>> customers = new ConcurrentHashMap<>();
    private final Set<String> askedFor = new HashSet<>();
    private final Lie lie;
    private final HttpServer server;
    private boolean told;

    LyingCafe(final Lie lie) throws IOException {
        this.lie = lie;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private synchronized void handle(final HttpExchange exchange) throws IOException {
        final String[] path = exchange.getRequestURI().getPath().split("/");
        final String shop = path[3];
        if (path[1].equals("receipts")) {
            receipt(exchange, shop, path[4]);
            return;
        }
        final List<String> orders = customers.computeIfAbsent(shop, _ -> new ArrayList<>());
        final String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            final Matcher customer = CUSTOMER.matcher(body);
            if (!customer.find()) {
                answer(exchange, 201, shop, 0, "{}");
                return;
            }
            orders.add(customer.group(1));
            if (lie == Lie.ANSWERS_LATE) {
                exchange.getResponseHeaders().set("Location", "/receipts/cafe/" + shop + "/" + customer.group(1));
                answer(exchange, 202, shop, orders.size(), "");
                return;
            }
            if (sabotage(Lie.FAILS_ONE)) {
                answer(exchange, 409, shop, orders.size(), "{}");
                return;
            }
            answer(exchange, 201, shop, orders.size(), order(orders, orders.size()));
            if (sabotage(Lie.DOUBLES_ONE)) {
                orders.add(customer.group(1));
            }
        } else if (path[4].equals("menu")) {
            final int left = 1_000_000 - orders.size() + (lie == Lie.FORGETS_STOCK ? 1 : 0);
            answer(exchange, 200, shop, orders.size(), "{\"stock\":" + left + "}");
        } else if (path.length == 6) {
            final int number = Integer.parseInt(path[5]);
            answer(exchange, 200, shop, sabotage(Lie.GOES_BACK) ? 0 : orders.size(), order(orders, number));
        } else {
            list(exchange, shop, orders);
        }
    }

    private void receipt(final HttpExchange exchange, final String shop, final String key) throws IOException {
        final List<String> orders = customers.getOrDefault(shop, List.of());
        if (askedFor.add(key)) {
            answer(exchange, 404, shop, orders.size(), "{}");
        } else {
            final String order = order(orders, orders.indexOf(key) + 1);
            answer(exchange, 200, shop, orders.size(), "{\"status\":201,\"body\":" + order + "}");
        }
    }

    private void list(final HttpExchange exchange, final String shop, final List<String> orders) throws IOException {
        final List<String> items = new ArrayList<>();
        for (int n = orders.size(); n > 0; n--) {
            if (!(n == orders.size() && sabotage(Lie.LOSES_ONE))) {
                items.add(order(orders, n));
            }
        }
        final String all = items.stream().collect(Collectors.joining(",", "[", "]"));
        answer(exchange, 200, shop, orders.size(), "{\"items\":" + all + ",\"next\":null}");
    }

    /** Once is enough. */
    private boolean sabotage(final Lie what) {
        final boolean now = lie == what && !told && customers.values().stream().anyMatch(it -> it.size() > 1);
        told |= now;
        return now;
    }

    private static String order(final List<String> orders, final int number) {
        return "{\"number\":" + number + ",\"customer\":\"" + orders.get(number - 1) + "\"}";
    }

    private static void answer(
            final HttpExchange exchange, final int status, final String shop, final int seq, final String body)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Journal-Token", "cafe/" + shop + "@" + seq);
            final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
