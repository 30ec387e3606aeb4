package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same everywhere. */
@ExtendWith(Running.class)
class HabitsTest {

    private static final String LATTE = "{'item':'latte','name':'Latte','price':4500,'stock':100}";

    private final Caller caller;

    HabitsTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldAnswerTheSameKeyTheSameWay() {
        final String menu = "/cafe/shops/twice/menu";
        final Reply first = caller.post(menu, LATTE, "Idempotency-Key", "k1");
        final Reply again = caller.post(menu, LATTE, "Idempotency-Key", "k1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.token()).isEqualTo(first.token());
        assertThat(again.header("Idempotency-Key")).isEqualTo("k1");

        final Reply refused = caller.post(menu, LATTE, "Idempotency-Key", "k2");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("ITEM_EXISTS");
        assertThat(caller.post(menu, LATTE, "Idempotency-Key", "k2").text()).isEqualTo(refused.text());
    }

    @Test
    void shouldRefuseAKeyThatMeantSomethingElse() {
        final String menu = "/cafe/shops/reused/menu";
        caller.post(menu, LATTE, "Idempotency-Key", "k");
        final Reply reused = caller.post(menu, LATTE.replace("latte", "mocha"), "Idempotency-Key", "k");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.at("/code")).isEqualTo("KEY_REUSED");
        assertThat(reused.token()).isEqualTo("cafe/reused@1");
    }

    @Test
    void shouldTellAPlaceInTheJournalHoweverAWriteIsRefused() {
        final String shop = "/cafe/shops/refusals";
        caller.post(shop + "/menu", LATTE);
        assertThat(caller.post(shop + "/menu", LATTE).token()).isEqualTo("cafe/refusals@1");
        assertThat(caller.post(shop + "/menu", "{}").token()).isEqualTo("cafe/refusals@1");
        assertThat(caller.post(shop + "/menu", LATTE, "Idempotency-Key", "a b").token())
                .isEqualTo("cafe/refusals@1");
        assertThat(caller.patch(shop + "/orders/one", "{'status':'CANCELED'}").token())
                .isEqualTo("cafe/refusals@1");
        assertThat(caller.send("POST", shop + "/menu", "{}", "Content-Type", "text/plain")
                        .token())
                .isEqualTo("cafe/refusals@1");
        assertThat(caller.post("/cafe/shops/unheard-of/menu", "{}").token()).isEqualTo("cafe/unheard-of@0");
    }

    /** A courtesy and no promise: a machine that is busy with other tests may miss one now and then. */
    @Test
    void shouldShowWhatWasJustAnsweredToWhoSendsNoToken() {
        final String shop = "/cafe/shops/frank";
        caller.post(shop + "/menu", LATTE);
        int shown = 0;
        for (int n = 1; n <= 50; n++) {
            final Reply placed = caller.post(
                    shop + "/orders", "{'customer':'frank','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}");
            assertThat(placed.status()).as(placed.text()).isEqualTo(201);
            final Reply order = caller.get(shop + "/orders/" + n, "Journal-Token", "");
            final Reply page = caller.get("/cafe/customers/frank", "Journal-Token", "");
            shown += order.at("/number").equals("" + n)
                            && page.at("/orders/0/number").equals("" + n)
                    ? 1
                    : 0;
        }
        assertThat(shown).isGreaterThanOrEqualTo(45);
    }

    @Test
    void shouldMakeUpAKeyAndTellIt() {
        final Reply made = caller.post("/cafe/shops/madeup/menu", LATTE);
        assertThat(made.header("Idempotency-Key")).isNotEmpty();
        final Reply again =
                caller.post("/cafe/shops/madeup/menu", LATTE, "Idempotency-Key", made.header("Idempotency-Key"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(caller.post("/cafe/shops/madeup/menu", LATTE, "Idempotency-Key", "a b")
                        .status())
                .isEqualTo(400);
        assertThat(caller.post("/cafe/shops/madeup/menu", LATTE, "Idempotency-Key", "k".repeat(129))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldKeepTheReceiptForWhoDoesNotWait() {
        final String key = "no/time%2F!?#;ä".substring(0, 14);
        final Reply taken = caller.post("/cafe/shops/hurry/menu", LATTE, "Prefer", "wait=0", "Idempotency-Key", key);
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        final String location = taken.header("Location");
        assertThat(location).startsWith("/receipts/cafe/hurry/");
        assertThat(taken.token()).startsWith("cafe/hurry@");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            final Reply receipt = caller.get(location);
            assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
            assertThat(receipt.at("/status")).isEqualTo("201");
            assertThat(receipt.at("/body/item")).isEqualTo("latte");
        });
        final Reply again = caller.post("/cafe/shops/hurry/menu", LATTE, "Idempotency-Key", key);
        assertThat(again.text())
                .isEqualTo(caller.get(location).json().at("/body").toString());
        assertThat(caller.get("/receipts/cafe/hurry/never").status()).isEqualTo(404);
        assertThat(caller.get("/receipts/nothing/hurry/never").status()).isEqualTo(404);
    }

    @Test
    void shouldWaitForATokenAndNotForEver() {
        final Reply made = caller.post("/cafe/shops/patient/menu", LATTE);
        for (int i = 0; i < 50; i++) {
            final Reply stocked = caller.post("/cafe/shops/patient/menu/latte/restocks", "{'quantity':1}");
            final Reply seen = caller.get("/cafe/shops/patient/menu/latte", "Journal-Token", stocked.token());
            assertThat(seen.text()).isEqualTo(stocked.text());
        }
        final Reply never =
                caller.get("/cafe/shops/patient/menu", "Journal-Token", "cafe/patient@999999", "Prefer", "wait=0");
        assertThat(never.status()).isEqualTo(503);
        assertThat(never.header("Retry-After")).isEqualTo("1");
        final Reply malformed = caller.get("/cafe/shops/patient/menu", "Journal-Token", "nonsense");
        assertThat(malformed.status()).isEqualTo(400);
        final Reply elsewhere = caller.get("/cafe/shops/patient/menu", "Journal-Token", "bank/1@5," + made.token());
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.token()).isEqualTo("cafe/patient@51");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | item,name,price,stock",
                "{'item':'Latte','name':'','price':-1,'stock':1000001} | item,name,price,stock",
                "{'item':'latte','name':'L','price':1.0,'stock':'1'} | price,stock",
                "{'item':'latte','name':'L','price':1e3,'stock':99999999999999999999} | price,stock",
                "{'item':'latte','name':'L','price':null,'stock':true} | price,stock",
                "{'item':'latte','name':'L','price':1,'stock':1,'colour':'red'} | colour",
                "{'item':'latte','item':'latte','name':'L','price':1,'stock':1} | item",
                "{'item':['latte'],'name':{},'price':1,'stock':1} | item,name"
            })
    void shouldNameEveryFieldThatIsWrong(final String body, final String fields) {
        final Reply refused = caller.post("/cafe/shops/strict/menu", body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.at("/code")).isEqualTo("MALFORMED");
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(it -> it.at("/field").asString()))
                .containsExactlyInAnyOrder(fields.split(","));
        for (final String field : fields.split(",")) {
            assertThat(refused.at("/detail")).contains(field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "'text'", "null", "{", "{'item'}", "{} {}", "{'a':[[[[[[[[[[[[[[[[[[[[]]]]"})
    void shouldRefuseWhatIsNoObject(final String body) {
        final Reply refused = caller.post("/cafe/shops/strict/menu", body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("MALFORMED");
    }

    @Test
    void shouldNameFieldsInsideLists() {
        final Reply refused = caller.post(
                "/cafe/shops/strict/orders",
                "{'customer':'HSI','type':'EAT','lines':[{'item':'a','quantity':0},{'quantity':1,'x':1}]}");
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(it -> it.at("/field").asString()))
                .containsExactlyInAnyOrder("type", "lines[0].quantity", "lines[1].item", "lines[1].x");
    }

    @Test
    void shouldAskForAStatusThatCanBeAskedFor() {
        for (final String body : new String[] {"{}", "{'status':'SOMEHOW'}", "{'status':1}"}) {
            final Reply refused = caller.patch("/cafe/shops/strict/payments/1", body);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.at("/errors/0/field")).isEqualTo("status");
            assertThat(refused.at("/detail")).contains("APPROVED, CANCELED");
        }
    }

    @Test
    void shouldTellWhatIsNotThereFromWhatIsNotAllowed() {
        assertThat(caller.get("/nowhere").status()).isEqualTo(404);
        assertThat(caller.get("/nowhere").at("/code")).isEqualTo("NOT_FOUND");
        assertThat(caller.get("/cafe/shops/x/orders/99999").status()).isEqualTo(404);
        assertThat(caller.get("/cafe/shops/x/orders/one").status()).isEqualTo(404);
        assertThat(caller.patch("/cafe/shops/x/orders/99999", "{'status':'CANCELED'}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.patch("/cafe/shops/x/orders/one", "{'status':'CANCELED'}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.get("/cafe/shops/Not%20A%20Shop/orders").status()).isEqualTo(400);
        assertThat(caller.get("/cafe/shops/Not%20A%20Shop/orders").at("/errors/0/field"))
                .isEqualTo("shop");
        final Reply wrong = caller.put("/cafe/shops/x/orders", "{}");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).contains("GET", "POST");
        assertThat(wrong.at("/code")).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void shouldRefuseBodiesThatAreTooLargeOrNotJson() {
        for (final int size : new int[] {70_000, 1_000_000, 5_000_000}) {
            final Reply large = caller.post("/cafe/shops/x/menu", "{'item':'" + "x".repeat(size) + "'}");
            assertThat(large.status()).as(size + " " + large.text()).isEqualTo(413);
            assertThat(large.at("/code")).isEqualTo("TOO_LARGE");
        }
        final Reply text = caller.send("POST", "/cafe/shops/x/menu", "{}", "Content-Type", "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(caller.send("POST", "/cafe/shops/x/menu", "{}").status()).isEqualTo(415);
        assertThat(caller.post("/cafe/shops/x/menu", "{}", "X-Long", "x".repeat(9_000))
                        .status())
                .isEqualTo(431);
    }

    @Test
    void shouldTurnPagesAndFilter() {
        final String shop = "/cafe/shops/many";
        caller.post(shop + "/menu", LATTE);
        Reply last = caller.get(shop);
        for (int i = 0; i < 5; i++) {
            last = caller.post(
                    shop + "/orders",
                    "{'customer':'C" + i % 2 + "','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}");
        }
        final Reply first = caller.get(shop + "/orders?limit=2", "Journal-Token", last.token());
        assertThat(numbers(first)).isEqualTo("5,4");
        final Reply second = caller.get(shop + "/orders?limit=2&after=" + first.at("/next"));
        assertThat(numbers(second)).isEqualTo("3,2");
        final Reply third = caller.get(shop + "/orders?limit=2&after=" + second.at("/next"));
        assertThat(numbers(third)).isEqualTo("1");
        assertThat(third.json().at("/next").isNull()).isTrue();
        assertThat(numbers(caller.get(shop + "/orders?customer=C1&limit=1"))).isEqualTo("4");
        assertThat(numbers(caller.get(shop + "/orders?customer=C1&status=REQUESTED")))
                .isEqualTo("4,2");
        assertThat(numbers(caller.get(shop + "/orders?status=MAKING"))).isEmpty();
        assertThat(numbers(caller.get(shop + "/payments?status=PAYMENT_REQUESTED")))
                .isEqualTo("5,4,3,2,1");
        assertThat(numbers(caller.get(shop + "/productions"))).isEmpty();
        for (final String wrong : new String[] {
            "status=COOKED", "limit=0", "limit=201", "limit=x", "after=%21", "color=red", "customer=%21"
        }) {
            final Reply refused = caller.get(shop + "/orders?" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.at("/errors/0/field")).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void shouldTellHowItIs() {
        assertThat(caller.get("/livez").status()).isEqualTo(200);
        assertThat(caller.get("/readyz").status()).isEqualTo(200);
        caller.post("/cafe/shops/x/menu", LATTE);
        assertThat(caller.get("/metrics").text())
                .contains(
                        "millrace_http_seconds", "millrace_commands_total", "jvm_memory", "kafka_stream_thread_commit");
    }

    private static String numbers(final Reply list) {
        return String.join(
                ",",
                list.json()
                        .at("/items")
                        .valueStream()
                        .map(it -> it.at("/number").asString())
                        .toList());
    }
}
