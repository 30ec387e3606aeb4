package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import io.millrace.infra.load.Crowd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many at once at the coffee shop, the rental and the riders: real HTTP, a real broker, and a kill in between. */
class CrowdsTest {

    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SELDOM = Duration.ofMillis(500);
    private static final int SENDERS = 50;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path dir;

    @SuppressWarnings("NullAway.Init")
    private static UpProcess up;

    private final Crowd crowd = new Crowd(up.port(), CALL);

    @BeforeAll
    static void start() {
        up = UpProcess.start(dir.resolve("data"), "--business", "coffeeshop,rental,riders");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        up.close();
    }

    @Test
    void shouldGiveEachOfFiftyCallsToOneOfTwoHundredRiders() throws Exception {
        final String zone = "/riders/zones/rush";
        final int calls = 50;
        made(zone + "/deliveries", "{'restaurant':'kim','destination':'door','cost':3000}", calls);
        final Map<Long, Queue<String>> won = new ConcurrentHashMap<>();
        crowd.turns(200, 4, (caller, who, turn) -> {
            final long call = 1 + (turn + who) % calls;
            final Answer answer = caller.patch(
                    zone + "/deliveries/" + call,
                    json("{'status':'ACCEPTED','rider':'r" + who + "'}"),
                    "Prefer",
                    "wait=30");
            if (answer.status() == 200) {
                won.computeIfAbsent(call, _ -> new ConcurrentLinkedQueue<>()).add("r" + who);
            } else {
                assertThat(answer.status()).as(answer.body()).isEqualTo(409);
                assertThat(JSON.readTree(answer.body()).at("/code").asString()).isIn("TAKEN", "RIDER_BUSY");
            }
        });
        assertThat(won).hasSize(calls);
        assertThat(won.values()).allSatisfy(riders -> assertThat(riders).hasSize(1));
        assertThat(won.values().stream()
                        .flatMap(Queue::stream)
                        .collect(Collectors.groupingBy(rider -> rider, Collectors.counting()))
                        .values())
                .allSatisfy(active -> assertThat(active).isLessThanOrEqualTo(3));
        assertThat(everything(zone + "/deliveries"))
                .hasSize(calls)
                .allSatisfy(delivery -> assertThat(
                                won.getOrDefault(delivery.at("/number").asLong(), new ConcurrentLinkedQueue<>()))
                        .containsExactly(delivery.at("/rider").asString()));
        assertThat(everything(zone + "/calls")).isEmpty();
    }

    @Test
    void shouldServeAThousandOrdersOfAClosedKitchenOldestFirst() throws Exception {
        final String shop = "/coffeeshop/shops/closed";
        made(post(shop + "/stocks", "{'product':'latte','quantity':1000}"));
        done(call("PUT", shop, "{'kitchen':'CLOSED'}"));
        made(shop + "/orders", "{'customer':'c%d','product':'latte','quantity':1}", 1_000);
        assertThat(everything(shop + "/orders?status=REQUESTED")).hasSize(1_000);
        done(call("PUT", shop, "{'kitchen':'AUTO'}"));
        final List<JsonNode> served = served(shop, 1_000);
        assertThat(served.stream().map(order -> at(order, "MAKING")).toList()).isSorted();
        assertThat(get(shop + "/stocks/latte").at("/quantity").asLong()).isZero();
    }

    @Test
    void shouldServeAllWhileStockComesInBetween() throws Exception {
        final String shop = "/coffeeshop/shops/race";
        made(post(shop + "/stocks", "{'product':'latte','quantity':300}"));
        crowd.turns(70, 10, (caller, who, turn) -> {
            final boolean orders = who < 50;
            made(caller.post(
                    shop + (orders ? "/orders" : "/stocks/latte/restocks"),
                    json(orders ? "{'customer':'c" + who + "','product':'latte','quantity':1}" : "{'quantity':1}"),
                    "Prefer",
                    "wait=30"));
        });
        served(shop, 500);
        assertThat(get(shop + "/stocks/latte").at("/quantity").asLong()).isZero();
    }

    @Test
    void shouldDecideWhatWaitedOldestFirstThoughItIsKilledInBetween() throws Exception {
        final String depot = "/rental/depots/paused";
        made(post(depot + "/equipment", "{'equipment':'drill','name':'Drill','stock':150}"));
        done(call("PUT", depot, "{'approval':'PAUSED'}"));
        made(depot + "/orders", "{'employee':'e%d','equipment':'drill','quantity':1}", 200);
        done(call("PUT", depot, "{'approval':'AUTO'}"));
        up.kill();
        up.again();
        up.untilReady();
        await().atMost(SOON)
                .pollInterval(SELDOM)
                .until(() -> everything(depot + "/orders?status=ORDERED").isEmpty());
        final List<JsonNode> orders = everything(depot + "/orders").stream()
                .sorted(Comparator.comparing(order -> order.at("/number").asLong()))
                .toList();
        final List<String> decided =
                orders.stream().map(order -> order.at("/status").asString()).toList();
        assertThat(decided.subList(0, 150)).containsOnly("APPROVED");
        assertThat(decided.subList(150, 200)).containsOnly("REJECTED");
        assertThat(decided).hasSize(200);
        assertThat(get(depot + "/equipment/drill").at("/stock").asLong()).isZero();
    }

    /** As many, sent by many at once; each says who it is. */
    private void made(final String path, final String body, final int count) throws InterruptedException {
        crowd.turns(
                SENDERS,
                count / SENDERS,
                (caller, who, _) -> made(caller.post(path, json(body.formatted(who)), "Prefer", "wait=30")));
    }

    /** All of a shop's orders, oldest first, once that many are completed. */
    private static List<JsonNode> served(final String shop, final int count) {
        await().atMost(SOON)
                .pollInterval(SELDOM)
                .until(() -> get(shop + "/orders?status=COMPLETED&limit=1")
                                .at("/items/0/number")
                                .asLong()
                        == count);
        await().atMost(SOON)
                .pollInterval(SELDOM)
                .until(() -> everything(shop + "/orders?status=COMPLETED").size() == count);
        final List<JsonNode> orders = everything(shop + "/orders");
        assertThat(orders).hasSize(count);
        return orders.reversed();
    }

    private static String at(final JsonNode order, final String step) {
        for (final JsonNode one : order.at("/history")) {
            if (one.at("/status").asString().equals(step)) {
                return one.at("/at").asString();
            }
        }
        throw new AssertionError(step + " is missing in " + order);
    }

    private static Answer post(final String path, final String body) throws IOException {
        return call("POST", path, body);
    }

    private static Answer call(final String method, final String path, final String body) throws IOException {
        try (Caller caller = new Caller(up.port(), CALL)) {
            return caller.call(method, path, json(body), "Prefer", "wait=30");
        }
    }

    private static JsonNode get(final String path) {
        try (Caller caller = new Caller(up.port(), CALL)) {
            final Answer answer = caller.get(path);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (final IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** A whole list, page by page. */
    private static List<JsonNode> everything(final String path) {
        final List<JsonNode> all = new ArrayList<>();
        final String more = path + (path.contains("?") ? "&" : "?") + "limit=200";
        for (String next = more; next != null; ) {
            final JsonNode page = get(next);
            page.at("/items").forEach(all::add);
            next = page.at("/next").isNull()
                    ? null
                    : more + "&after=" + page.at("/next").asString();
        }
        return all;
    }

    private static void made(final Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static void done(final Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String json(final String text) {
        return text.replace('\'', '"');
    }
}
