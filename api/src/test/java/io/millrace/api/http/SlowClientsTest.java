package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who holds a connection without asking anything, or with asking for ever. */
class SlowClientsTest {

    private static final Duration SOON = Duration.ofMillis(300);

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1\r\nX: ", "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n{"})
    void shouldHangUpOnWhoAsksByteByByteAndOnNobodyWhoWaits(final String beginning) throws IOException {
        final CountDownLatch answer = new CountDownLatch(1);
        try (Server server = new Server(Protection.NONE.connecting(100, SOON), answer)) {
            final CompletableFuture<Reply> patient =
                    CompletableFuture.supplyAsync(() -> new Caller(server.port()).get("/wait"));
            try (Socket silent = new Socket("127.0.0.1", server.port());
                    Socket slow = new Socket("127.0.0.1", server.port())) {
                slow.setSoTimeout(50);
                slow.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                await().atMost(Duration.ofSeconds(20)).until(() -> hungUp(slow));
                assertThat(asked(silent))
                        .as("answered, though nothing was heard of it for so long")
                        .isTrue();
            }
            answer.countDown();
            assertThat(patient.join().status()).isEqualTo(200);
        }
    }

    @Test
    void shouldServeNoMoreConnectionsThanThereMayBe() throws IOException {
        final Protection few = Protection.NONE.connecting(1, Duration.ofSeconds(60));
        try (Server server = new Server(few, new CountDownLatch(0));
                Socket next = new Socket()) {
            final Socket first = new Socket("127.0.0.1", server.port());
            assertThat(asked(first)).isTrue();
            next.connect(first.getRemoteSocketAddress());
            next.setSoTimeout(300);
            assertThat(asked(next)).as("while there is one already").isFalse();
            first.close();
            await().atMost(Duration.ofSeconds(20)).until(() -> answered(next));
        }
    }

    /** One more byte is sent, and after a while it can't be, or the end is read. */
    private static boolean hungUp(final Socket slow) {
        try {
            slow.getOutputStream().write('a');
            final int read = slow.getInputStream().read();
            assertThat(read).as("an answer to half a question").isIn(-1, (int) 'H');
            return true;
        } catch (final SocketTimeoutException e) {
            return false;
        } catch (final IOException e) {
            return true;
        }
    }

    private static boolean asked(final Socket socket) throws IOException {
        socket.setSoTimeout(socket.getSoTimeout() == 0 ? 20_000 : socket.getSoTimeout());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return answered(socket);
    }

    private static boolean answered(final Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == 'H';
        } catch (final SocketTimeoutException e) {
            return false;
        }
    }

    private static final class Server implements AutoCloseable {

        private final Javalin javalin;

        Server(final Protection protection, final CountDownLatch answer) {
            javalin = Javalin.create(config -> {
                ServerHabits.apply(config, FacadeSettings.onLoopback(0).with(protection));
                config.routes.get("/", ctx -> ctx.result("{}"));
                config.routes.post("/body", ctx -> ctx.result(Requests.body(ctx)));
                config.routes.get("/wait", ctx -> {
                    assertThat(answer.await(30, TimeUnit.SECONDS)).isTrue();
                    ctx.result("{}");
                });
            });
            javalin.start();
        }

        int port() {
            return javalin.port();
        }

        @Override
        public void close() {
            javalin.stop();
        }
    }
}
