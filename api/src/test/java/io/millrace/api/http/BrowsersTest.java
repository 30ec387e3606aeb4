package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites can make a visitor's browser do here: nothing. */
class BrowsersTest {

    private static final String FRIEND = "https://shop.example";
    private static final String ORIGIN = "Origin";

    private static Javalin javalin;
    private static Caller caller;

    @BeforeAll
    static void start() {
        final FacadeSettings settings = FacadeSettings.onLoopback(0)
                .with(Protection.NONE.from(Set.of(FRIEND)).answeringOnlyHere());
        final Browsers browsers = new Browsers(settings.protection());
        javalin = Javalin.create(config -> {
            ServerHabits.apply(config, settings);
            config.routes.before(browsers::handle);
            config.routes.get("/thing", ctx -> ctx.result("{}"));
            config.routes.post("/thing", ctx -> ctx.result("{}"));
            config.routes.delete("/thing", ctx -> ctx.result("{}"));
            config.routes.get("/private", _ -> {
                throw new RefusedException(HttpProblem.of(401, "AUTHENTICATION_FAILED", "Sign in."));
            });
            Failures.map(config.routes);
        });
        javalin.start();
        caller = new Caller(javalin.port());
    }

    @AfterAll
    static void stop() {
        javalin.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Origin,https://evil.example",
        "Origin,http://localhost:1",
        "Origin,null",
        "Origin,http://["
    })
    void shouldTakeNothingFromPagesOfOtherSites(final String header, final String value) {
        for (final String method : new String[] {"POST", "DELETE"}) {
            final Reply refused = caller.send(method, "/thing", "{}", header, value);
            assertThat(refused.status()).as(method + " " + refused.text()).isEqualTo(403);
            assertThat(refused.at("/code")).isEqualTo("CROSS_SITE");
        }
        final Reply read = caller.get("/thing", header, value);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("Access-Control-Allow-Origin"))
                .as("is not shared")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void shouldTakeWhatOurOwnPagesSend(final String site) {
        assertThat(caller.post("/thing", "{}", "Sec-Fetch-Site", site).status()).isEqualTo(200);
        assertThat(caller.post("/thing", "{}", ORIGIN, "http://127.0.0.1:" + caller.port())
                        .status())
                .isEqualTo(200);
        assertThat(caller.post("/thing", "{}").status()).as("no browser").isEqualTo(200);
    }

    /** Answered before they have sent all of it, they would be hung up on. */
    @Test
    void shouldKeepTheConnectionOfWhoeverIsRefusedWhileStillSending() throws IOException {
        for (final String site : List.of("same-origin", "cross-site")) {
            try (Socket socket = new Socket("127.0.0.1", caller.port())) {
                final InputStream in = socket.getInputStream();
                send(
                        socket,
                        "POST /thing HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: " + site
                                + "\r\nContent-Length: 2\r\n\r\n");
                socket.setSoTimeout(300);
                assertThatThrownBy(in::read).as(site).isInstanceOf(SocketTimeoutException.class);
                send(socket, "{}");
                socket.setSoTimeout(20_000);
                assertThat(in.read()).isEqualTo('H');
                send(socket, "GET /thing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("HTTP/1.1 200");
            }
        }
    }

    private static void send(final Socket socket, final String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void shouldShareWithASiteThatIsNamed() {
        final Reply asked = caller.send(
                "OPTIONS",
                "/thing",
                "",
                ORIGIN,
                FRIEND,
                "Access-Control-Request-Method",
                "POST",
                "Sec-Fetch-Site",
                "x");
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
        final Reply posted = caller.post("/thing", "{}", ORIGIN, FRIEND, "Sec-Fetch-Site", "cross-site");
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
        assertThat(caller.send(
                                "OPTIONS",
                                "/thing",
                                "",
                                ORIGIN,
                                "https://evil.example",
                                "Access-Control-Request-Method",
                                "POST")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void shouldAnswerToNoNameThatSomebodyElseGaveThisMachine() throws IOException {
        assertThat(status("evil.example:" + caller.port())).isEqualTo(421);
        assertThat(status("localhost:" + caller.port())).isEqualTo(200);
        assertThat(status("[::1]")).isEqualTo(200);
    }

    @Test
    void shouldSayWhatBrowsersNeedToKnow() {
        final Reply reply = caller.get("/thing");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "application/json", "*/*"})
    void shouldSayWhichMethodsAnAddressTakesWhoeverAsks(final String accept) {
        final Reply wrong = caller.send("PUT", "/thing", "{}", "Accept", accept);
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("DELETE, GET, POST");
        assertThat(wrong.at("/detail")).isEqualTo("This address takes DELETE, GET, POST only.");
    }

    @Test
    void shouldMakeNoBrowserAskForAPasswordThatListensForAPage() {
        assertThat(caller.get("/private").header("WWW-Authenticate")).startsWith("Basic");
        assertThat(caller.get("/private", "Accept", "text/event-stream").header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    private static int status(final String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", caller.port())) {
            socket.getOutputStream()
                    .write(("GET /thing HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            final String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
