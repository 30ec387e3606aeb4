package io.millrace.api.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.api.kit.Broker;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Collector;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import io.millrace.api.trace.Tracing;
import io.millrace.api.wiring.Backbone;
import io.millrace.backbone.Business;
import io.millrace.cafe.Cafe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notices reach people whatever their channels do, and nothing waits for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifierTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final byte[] SECRET = "a secret of some length".getBytes(StandardCharsets.UTF_8);
    private static final String ORDER = "{'customer':'HSI','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}";
    private static final String PAID = "{'status':'APPROVED'}";
    private static final List<Business> CAFE = List.of(Cafe.BUSINESS);
    private static final Set<String> HOOKS =
            Set.of("away", "signed", "broken", "gone", "redirects", "hurried", "silent", "quick", "followed");
    private static final RetryPlan QUICKLY = new RetryPlan(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMillis(500));

    private final Hooks hooks = new Hooks();
    private final Collector collector = new Collector();
    private final Tracing tracing = collector.tracing();

    @SuppressWarnings("NullAway.Init")
    private Broker broker;

    @SuppressWarnings("NullAway.Init")
    private Backbone backbone;

    @SuppressWarnings("NullAway.Init")
    private Caller caller;

    @SuppressWarnings("NullAway.Init")
    private Notifier notifier;

    @BeforeAll
    void start() {
        broker = Broker.start();
        backbone = Backbone.start(WholeProcess.settings(broker, "one", CAFE), tracing);
        assertThat(backbone.awaitReady(Duration.ofSeconds(120))).isTrue();
        caller = new Caller(backbone.port());
        notifier = notifier();
    }

    @AfterAll
    void stop() throws Exception {
        notifier.close();
        hooks.close();
        backbone.close();
        broker.close();
        tracing.close();
        collector.close();
    }

    @Test
    void shouldBringEverythingThatWaitedWhileItWasAway() {
        notifier.close();
        final List<String> ids;
        try {
            register("away");
            IntStream.rangeClosed(1, 20).forEach(n -> live("away", n));
            await().atMost(SOON).until(() -> pushes("away", "WAITING").size() == 40);
            ids = pushes("away", "WAITING");
        } finally {
            notifier = notifier();
        }

        await().atMost(SOON).until(() -> pushes("away", "SENT").size() == 40);
        assertThat(hooks.taken("away")).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void shouldSignWhatItPosts() {
        order("signed", 1);

        await().atMost(SOON).until(() -> hooks.taken("signed").size() == 2);
        final Hooks.Got got = hooks.got("signed").getFirst();
        assertThat(got.body()).contains("\"person\":\"HSI\"", "\"id\":\"" + got.id() + "\"", "음료");
        assertThat(got.signature())
                .isEqualTo(Signature.of(SECRET, got.timestamp(), got.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldBringEverythingOnceToAWebhookThatWasBrokenForAWhile() {
        final AtomicBoolean broken = new AtomicBoolean(true);
        hooks.answer("broken", _ -> Hooks.Says.status(broken.get() ? 500 : 200));
        register("broken");
        IntStream.rangeClosed(1, 15).forEach(n -> live("broken", n));
        await().atMost(SOON).until(() -> hooks.got("broken").size() > 10);
        await().atMost(SOON)
                .until(() -> pushed("broken", it -> "broken: HTTP 500".equals(it.get("reason")))
                                .size()
                        > 5);
        assertThat(pushes("broken", "SENT")).isEmpty();

        broken.set(false);

        await().atMost(SOON).until(() -> pushes("broken", "SENT").size() == 30);
        assertThat(hooks.taken("broken")).hasSize(30).doesNotHaveDuplicates();
        assertThat(pushed("broken", it -> it.containsKey("reason"))).isEmpty();
    }

    @Test
    void shouldPutAwayWhatAWebhookWillNeverTakeAndSayWhy() {
        hooks.answer("gone", _ -> Hooks.Says.status(410));
        order("gone", 1);

        await().atMost(SOON).until(() -> pushes("gone", "FAILED").size() == 2);
        assertThat(pushed("gone", it -> "gone: HTTP 410".equals(it.get("reason"))))
                .hasSize(2);
        final List<DeadLetters.Letter> dead = DeadLetters.of(broker, "gone: HTTP 410", 2);
        assertThat(dead).hasSize(2).allSatisfy(it -> assertThat(it.place()).startsWith("cafe.notices.soon-"));
        assertThat(hooks.got("gone")).as("asked once each").hasSize(2);

        hooks.answer("gone", _ -> Hooks.Says.status(200));
        dead.forEach(it -> it.sendAgain(broker));

        await().atMost(SOON).until(() -> pushes("gone", "SENT").size() == 2);
        assertThat(hooks.taken("gone")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void shouldFollowNoRedirect() {
        hooks.answer("redirects", _ -> new Hooks.Says(307, Map.of("Location", hooks.url("elsewhere"))));
        order("redirects", 1);

        await().atMost(SOON).until(() -> pushes("redirects", "FAILED").size() == 2);
        assertThat(hooks.got("elsewhere")).isEmpty();
    }

    @Test
    void shouldComeAgainWhenTheWebhookSaysAndNotBefore() {
        final AtomicBoolean hurried = new AtomicBoolean(true);
        hooks.answer(
                "hurried",
                _ -> hurried.getAndSet(false)
                        ? new Hooks.Says(429, Map.of("Retry-After", "2"))
                        : Hooks.Says.status(204));
        order("hurried", 1);

        await().atMost(SOON).until(() -> hooks.taken("hurried").size() == 2);
        final List<Hooks.Got> got = hooks.got("hurried");
        // what was under way when the webhook said so may still come; what it was said to may not
        final List<Hooks.Got> again = got.stream()
                .skip(1)
                .filter(it -> it.id().equals(got.getFirst().id()))
                .toList();
        assertThat(again)
                .hasSize(1)
                .allSatisfy(it -> assertThat(TimeUnit.NANOSECONDS.toMillis(
                                it.at() - got.getFirst().at()))
                        .isGreaterThanOrEqualTo(1_900));
    }

    @Test
    void shouldBringOthersTheirNoticesWhileOneWebhookNeverAnswers() {
        hooks.silent("silent");
        register("silent");
        register("quick");
        IntStream.rangeClosed(1, 10).forEach(n -> live("silent", n));
        await().atMost(SOON).until(() -> !hooks.got("silent").isEmpty());
        IntStream.rangeClosed(1, 10).forEach(n -> live("quick", n));

        await().atMost(SOON).until(() -> hooks.taken("quick").size() == 20);
        assertThat(pushes("silent", "SENT")).isEmpty();
    }

    @Test
    void shouldBeFollowedFromTheRequestToWhoIsToldHoweverOftenThatIsTried() {
        final AtomicBoolean broken = new AtomicBoolean(true);
        hooks.answer("followed", _ -> Hooks.Says.status(broken.getAndSet(false) ? 500 : 204));
        register("followed");
        caller.post("/cafe/shops/followed/orders", ORDER);
        final String trace = "0af7651916cd43dd8448eb211c80319c";
        final Reply paid = caller.patch(
                "/cafe/shops/followed/payments/1", PAID, "traceparent", "00-" + trace + "-b7ad6b7169203331-01");

        final String request = "PATCH /cafe/shops/{desk}/payments/{number}";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(collector.ways(trace))
                        .contains(List.of(request, "cafe desk", "cafe pages", "cafe people"))
                        .contains(List.of(
                                request, "cafe desk", "cafe pages", "cafe notice", "cafe notice", "cafe pushes")));
        assertThat(collector.first(trace).parent()).isEqualTo("b7ad6b7169203331");
        assertThat(collector.first(trace).told())
                .containsEntry("http.response.status_code", "200")
                .containsEntry("millrace.command", paid.header("Idempotency-Key"));
    }

    @Test
    void shouldNotPostIntoOurOwnNetwork() {
        order("far", 1);

        await().atMost(SOON).until(() -> pushes("far", "FAILED").size() == 2);
        assertThat(pushed("far", it -> "far: 127.0.0.1 is not on the open network".equals(it.get("reason"))))
                .hasSize(2);
        assertThat(hooks.got("far")).isEmpty();
    }

    @Test
    void shouldNoteThatANoticeIsOutWhereNobodyWantsItPosted() {
        order("plain", 1);

        await().atMost(SOON).until(() -> pushes("plain", "SENT").size() == 2);
    }

    private Notifier notifier() {
        return Notifier.start(
                new NotifierSettings(
                        broker.bootstrap(),
                        Map.of("schema.registry.url", "mock://api-tests"),
                        Map.of(),
                        "one",
                        CAFE,
                        hooks.channels(SECRET, HOOKS, "far"),
                        QUICKLY),
                new SimpleMeterRegistry(),
                tracing);
    }

    private void register(final String shop) {
        final Reply made = caller.post(
                "/cafe/shops/" + shop + "/menu", "{'item':'latte','name':'Latte','price':4500,'stock':100}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private void order(final String shop, final int number) {
        register(shop);
        live(shop, number);
    }

    /** An order's whole life, in which its customer is told two things. */
    private void live(final String shop, final int number) {
        final String desk = "/cafe/shops/" + shop;
        assertThat(caller.post(desk + "/orders", ORDER).status()).isEqualTo(201);
        assertThat(caller.patch(desk + "/payments/" + number, PAID).status()).isEqualTo(200);
        assertThat(caller.patch(desk + "/productions/" + number, "{'status':'COMPLETED'}")
                        .status())
                .isEqualTo(200);
    }

    private List<String> pushes(final String shop, final String state) {
        return pushed(shop, it -> state.equals(it.get("state")));
    }

    private List<String> pushed(final String shop, final Predicate<Map<String, String>> which) {
        return caller.get("/cafe/shops/" + shop + "/pushes?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .map(NotifierTest::fields)
                .filter(which)
                .map(it -> String.valueOf(it.get("id")))
                .toList();
    }

    private static Map<String, String> fields(final tools.jackson.databind.JsonNode push) {
        final Map<String, String> fields = new HashMap<>();
        push.propertyStream()
                .forEach(it -> fields.put(it.getKey(), it.getValue().asString()));
        return fields;
    }
}
