package io.millrace.api.hop;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Instances;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Several;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Three instances behave as one. The last test stops one of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstancesTest {

    @RegisterExtension
    static final Several THREE = Several.of(3);

    private static final String[] SHOPS =
            IntStream.range(0, 12).mapToObj(n -> "/cafe/shops/shop-" + n).toArray(String[]::new);

    @SuppressWarnings("NullAway.Init")
    private Instances instances;

    @BeforeAll
    void start(final Instances started) {
        instances = started;
        for (int n = 0; n < SHOPS.length; n++) {
            final Reply registered = instances
                    .caller(n % 3)
                    .post(
                            SHOPS[n] + "/menu",
                            "{'item':'latte','name':'Latte','price':4500,'stock':100}",
                            "Prefer",
                            "wait=30");
            assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        }
    }

    @Test
    @Order(1)
    void shouldAnswerEveryReadAtEveryInstance() {
        for (int n = 0; n < SHOPS.length; n++) {
            final Reply placed = order(instances.caller(n % 3), SHOPS[n], "anna", "all-" + n);
            final String token = placed.token();
            for (final Caller caller : instances.callers()) {
                final Reply order = caller.get(SHOPS[n] + "/orders/1", "Journal-Token", token);
                assertThat(order.status()).as(order.text()).isEqualTo(200);
                assertThat(order.text()).isEqualTo(placed.text());
                assertThat(order.token()).isEqualTo(token);
                assertThat(order.header("Content-Type")).isEqualTo("application/json");
                assertThat(caller.get(SHOPS[n] + "/orders?status=REQUESTED", "Journal-Token", token)
                                .at("/items/0/customer"))
                        .isEqualTo("anna");
            }
        }
    }

    @Test
    @Order(2)
    void shouldShowAPersonsPageAtEveryInstance() {
        for (final String person : new String[] {"ben", "cleo", "dan", "eve"}) {
            final Reply first = order(instances.caller(0), SHOPS[0], person, person + "-1");
            final Reply second = order(instances.caller(1), SHOPS[1], person, person + "-2");
            final String tokens = first.token() + "," + second.token();
            for (final Caller caller : instances.callers()) {
                final Reply page = caller.get("/cafe/customers/" + person, "Journal-Token", tokens);
                assertThat(page.status()).as(page.text()).isEqualTo(200);
                assertThat(page.json().at("/orders/items").isEmpty()
                                && page.json().at("/orders").isEmpty())
                        .as(page.text())
                        .isFalse();
            }
        }
    }

    @Test
    @Order(3)
    void shouldRefuseInTheSameWordsEverywhere() {
        for (final Caller caller : instances.callers()) {
            final Reply unknown = caller.get(SHOPS[3] + "/orders/4711");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.at("/code")).isEqualTo("NOT_FOUND");
            assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
            final Reply notYet =
                    caller.get(SHOPS[3] + "/orders/1", "Journal-Token", "cafe/shop-3@4711", "Prefer", "wait=1");
            assertThat(notYet.status()).isEqualTo(503);
            assertThat(notYet.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void shouldPassOnAddressesThatNoClientWouldSend() throws IOException {
        for (int n = 0; n < 3; n++) {
            final int port = instances.port(n);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(("GET " + SHOPS[3]
                                        + "/menu/a|b^{}?x=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                final String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
            }
        }
    }

    @Test
    @Order(3)
    void shouldAgreeOnWhoHasWhat() {
        for (final Caller caller : instances.callers()) {
            final Reply all = eventually(
                    () -> caller.get("/instances?business=cafe"),
                    it -> it.json()
                            .at("/items")
                            .valueStream()
                            .allMatch(side -> sorted(side, "partitions").equals("0123")
                                    && sorted(side, "copies").equals("0123")));
            assertThat(all.status()).as(all.text()).isEqualTo(200);
            final Reply desk = caller.get("/instances?business=cafe&desk=shop-1");
            assertThat(desk.json().at("/items/1/instances").size())
                    .as(desk.text())
                    .isEqualTo(2);
        }
        assertThat(instances.caller(0).get("/instances?desk=shop-1").status()).isEqualTo(400);
        assertThat(instances.caller(0).get("/instances?business=cafe&desk=/etc").status())
                .isEqualTo(400);
        assertThat(instances.caller(0).get("/instances?business=bakery").status())
                .isEqualTo(400);
    }

    private static String sorted(final JsonNode side, final String what) {
        return side.at("/instances")
                .valueStream()
                .flatMap(it -> it.get(what).valueStream())
                .map(JsonNode::asString)
                .sorted()
                .collect(Collectors.joining());
    }

    @Test
    @Order(4)
    void shouldTakeNoStrangerForANeighbour() {
        for (final Caller caller : instances.callers()) {
            final Reply forged = caller.get(
                    SHOPS[4] + "/orders/1",
                    "Millrace-Hop",
                    "1;owned;2000;" + System.currentTimeMillis() + ";" + "ab".repeat(32));
            assertThat(forged.status()).isEqualTo(403);
            assertThat(caller.get("/audit/parts/cafe/0").status()).isEqualTo(404);
        }
    }

    @Test
    @Order(5)
    void shouldGatherWhatAllAuditsFound() {
        final long events = SHOPS.length;
        for (final Caller caller : instances.callers()) {
            final Reply report = eventually(
                    () -> caller.get("/audit"),
                    it -> it.status() == 200 && it.json().at("/checked").asLong() >= 2 * events);
            assertThat(report.at("/violations")).as(report.text()).isEqualTo("0");
        }
    }

    @Test
    @Order(6)
    void shouldAnswerForAnInstanceThatHasGone() {
        final Reply[] placed = IntStream.range(0, SHOPS.length)
                .mapToObj(n -> order(instances.caller(0), SHOPS[n], "fay", "gone-" + n))
                .toArray(Reply[]::new);
        instances.stop(0);
        for (int n = 0; n < SHOPS.length; n++) {
            final String token = placed[n].token();
            final int it = n;
            for (final Caller caller : instances.callers()) {
                final Reply receipt = eventually(
                        () -> caller.get("/receipts/cafe/shop-" + it + "/gone-" + it), one -> one.status() == 200);
                assertThat(receipt.at("/token")).isEqualTo(token);
                final Reply again =
                        eventually(() -> order(caller, SHOPS[it], "fay", "gone-" + it), one -> one.status() == 201);
                assertThat(again.text()).isEqualTo(placed[n].text());
                final Reply order = eventually(
                        () -> caller.get(SHOPS[it] + "/orders/" + again.at("/number"), "Journal-Token", token),
                        one -> one.status() == 200);
                assertThat(order.text()).isEqualTo(placed[n].text());
            }
        }
    }

    private static Reply order(final Caller caller, final String shop, final String customer, final String key) {
        return caller.post(
                shop + "/orders",
                "{'customer':'" + customer + "','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}",
                "Idempotency-Key",
                key,
                "Prefer",
                "wait=10");
    }

    private static Reply eventually(final Supplier<Reply> asking, final Predicate<Reply> enough) {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Reply reply = asking.get();
        while (!enough.test(reply) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            reply = asking.get();
        }
        return reply;
    }
}
