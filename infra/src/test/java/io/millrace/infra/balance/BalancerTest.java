package io.millrace.infra.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalancerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Instance one = new Instance("one");
    private final Instance two = new Instance("two");

    @SuppressWarnings("NullAway.Init")
    private Balancer balancer;

    @BeforeEach
    void start() {
        balancer = Balancer.start(0, List.of(one.port(), two.port()));
        await().atMost(PATIENCE).until(() -> answering().equals(Set.of("one", "two")));
    }

    @AfterEach
    void stop() {
        balancer.close();
        one.server.stop(0);
        two.server.stop(0);
    }

    @Test
    void shouldTakeTurns() throws IOException {
        try (Caller caller = new Caller(balancer.port(), PATIENCE)) {
            final Answer first = caller.get("/who");
            final Answer second = caller.get("/who");
            assertThat(Set.of(first.body(), second.body())).containsExactlyInAnyOrder("one", "two");
            assertThat(first.header("Journal-Token")).contains("cafe/a@1");
            assertThat(caller.post("/echo", "{\"x\":1}").body()).isEqualTo("{\"x\":1}");
        }
    }

    @Test
    void shouldLeaveAloneWhoIsNotReady() {
        one.ready = false;
        await().atMost(PATIENCE).until(() -> answering().equals(Set.of("two")));
        one.ready = true;
        await().atMost(PATIENCE).until(() -> answering().equals(Set.of("one", "two")));
    }

    @Test
    void shouldSayComeAgainWhenNobodyIsThere() throws IOException {
        one.server.stop(0);
        two.server.stop(0);
        try (Caller caller = new Caller(balancer.port(), PATIENCE)) {
            for (int i = 0; i < 3; i++) {
                final Answer answer = caller.get("/who");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).contains("1");
            }
        }
    }

    @Test
    void shouldGoToTheOtherWhenOneIsGone() {
        one.server.stop(0);
        await().atMost(PATIENCE).until(() -> answering().equals(Set.of("two")));
    }

    @Test
    void shouldSayComeAgainWhenAnAnswerBreaksOff() throws IOException {
        two.ready = false;
        await().atMost(PATIENCE).until(() -> answering().equals(Set.of("one")));
        try (Caller caller = new Caller(balancer.port(), PATIENCE)) {
            assertThat(caller.get("/broken").status()).isEqualTo(503);
        }
    }

    private Set<String> answering() {
        final Set<String> names = new HashSet<>();
        try (Caller caller = new Caller(balancer.port(), PATIENCE)) {
            for (final int _ : IntStream.range(0, 4).toArray()) {
                names.add(caller.get("/who").body());
            }
        } catch (final IOException e) {
            names.add(e.toString());
        }
        return names;
    }

    private static final class Instance {
        private final HttpServer server;
        private volatile boolean ready = true;

        Instance(final String name) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            } catch (final IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/", exchange -> {
                final byte[] sent = exchange.getRequestBody().readAllBytes();
                if (exchange.getRequestURI().getPath().equals("/broken")) {
                    exchange.close();
                    return;
                }
                try (exchange) {
                    final boolean asked = exchange.getRequestURI().getPath().equals("/readyz");
                    final byte[] body = sent.length > 0 ? sent : name.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Journal-Token", "cafe/a@1");
                    exchange.sendResponseHeaders(asked && !ready ? 503 : 200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }
    }
}
