package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The café, as its customers and staff meet it. */
@ExtendWith(Running.class)
class CafeLifeTest {

    private static final String SHOPS = "/cafe/shops/";

    private final Caller caller;

    CafeLifeTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldTakeAnOrderFromRequestToTheDoor() {
        final String shop = SHOPS + "life";
        register(shop, "latte", 10);
        final Reply placed = order(shop, "Kim", "DELIVERY", "latte", 2);
        assertThat(placed.at("/status")).isEqualTo("REQUESTED");
        assertThat(placed.at("/payment/status")).isEqualTo("PAYMENT_REQUESTED");

        final Reply paid = caller.patch(shop + "/payments/1", "{'status':'APPROVED'}");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.at("/status")).isEqualTo("APPROVED");
        final Reply made = caller.patch(shop + "/productions/1", "{'status':'COMPLETED'}");
        assertThat(made.at("/status")).isEqualTo("COMPLETED");
        final Reply arrived = caller.patch(shop + "/deliveries/1", "{'status':'COMPLETED'}");
        assertThat(arrived.at("/status")).isEqualTo("COMPLETED");

        final Reply order = caller.get(shop + "/orders/1", "Journal-Token", arrived.token());
        assertThat(order.at("/status")).isEqualTo("DELIVERY_COMPLETED");
        assertThat(order.at("/history/0/status")).isEqualTo("REQUESTED");
        assertThat(order.at("/token")).isEqualTo(arrived.token());
        final Reply menu = caller.get(shop + "/menu/latte", "Journal-Token", arrived.token());
        assertThat(menu.at("/stock")).isEqualTo("8");
        final Reply pushes = caller.get(shop + "/pushes?order=1", "Journal-Token", arrived.token());
        assertThat(pushes.json().at("/items").size()).isEqualTo(3);
        assertThat(pushes.at("/items/0/message")).isEqualTo("주문하신 음료의 배달이 완료되었습니다.");
        assertThat(pushes.at("/items/0/order")).isEqualTo("1");
    }

    @Test
    void shouldFindAPushByTheIdItShows() {
        final String shop = SHOPS + "told";
        register(shop, "latte", 10);
        order(shop, "Kim", "TAKEOUT", "latte", 2);
        final Reply paid = caller.patch(shop + "/payments/1", "{'status':'APPROVED'}");
        final Reply pushes = caller.get(shop + "/pushes", "Journal-Token", paid.token());
        assertThat(pushes.at("/items/0/id")).isEqualTo("cafe/told@3");

        final String push = shop + "/pushes/cafe%2Ftold@3";
        assertThat(caller.get(push).at("/message")).isEqualTo("주문하신 음료를 만들고 있습니다.");
        assertThat(caller.get(push + "/why").at("/event")).isEqualTo("PaymentApproved");
        for (final String none : new String[] {"cafe%2Ftold@2", "cafe%2Fsoldout@3", "3.1", "three"}) {
            final Reply refused = caller.get(shop + "/pushes/" + none);
            assertThat(refused.status()).as(none).isEqualTo(404);
        }
        assertThat(caller.get(shop + "/pushes?order=one").at("/errors/0/field")).isEqualTo("order");
    }

    @Test
    void shouldShowACustomersOrdersAtAllShops() {
        register(SHOPS + "east", "tea", 5);
        register(SHOPS + "west", "tea", 5);
        final Reply east = order(SHOPS + "east", "Park", "TAKEOUT", "tea", 1);
        final Reply west = order(SHOPS + "west", "Park", "TAKEOUT", "tea", 1);

        final Reply page = caller.get("/cafe/customers/Park", "Journal-Token", east.token() + "," + west.token());

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.json().at("/orders").size()).isEqualTo(2);
        assertThat(page.at("/orders/0/shop")).isEqualTo("west");
        assertThat(page.token()).contains(east.token(), west.token());
        final Reply newest = caller.get("/cafe/customers/Park?limit=1");
        assertThat(newest.json().at("/orders").size()).isEqualTo(1);
        assertThat(newest.at("/orders/0/shop")).isEqualTo("west");
        assertThat(caller.get("/cafe/customers/Park?limit=0").status()).isEqualTo(400);
        assertThat(caller.get("/cafe/customers/Park?after=bm93aGVyZQ").status()).isEqualTo(400);
        assertThat(caller.get("/cafe/customers/Nobody").status()).isEqualTo(200);
        assertThat(caller.get("/cafe/customers/Nobody").json().at("/orders").size())
                .isZero();
    }

    @Test
    void shouldRefuseWhatTheStockHasNot() {
        final String shop = SHOPS + "soldout";
        register(shop, "latte", 1);

        final Reply refused = order(shop, "Lee", "TAKEOUT", "latte", 2);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.at("/code")).isEqualTo("OUT_OF_STOCK");
        assertThat(refused.at("/item")).isEqualTo("latte");
        assertThat(refused.at("/available")).isEqualTo("1");
        assertThat(refused.at("/detail")).isEqualTo("음료 재료 소진으로 주문이 불가합니다.");
        assertThat(refused.token()).isEqualTo("cafe/soldout@1");
        assertThat(order(shop, "Lee", "TAKEOUT", "latte", 1).at("/number")).isEqualTo("1");
    }

    @Test
    void shouldShowAllThatACustomerEverOrderedPageByPage() {
        final String shop = SHOPS + "regulars";
        register(shop, "tea", 5);
        for (int n = 1; n <= 3; n++) {
            order(shop, "Choi", "TAKEOUT", "tea", 1);
        }
        caller.patch(shop + "/payments/1", "{'status':'APPROVED'}");
        final Reply paid = caller.patch(shop + "/payments/3", "{'status':'APPROVED'}");

        final Reply first = caller.get("/cafe/customers/Choi?limit=2", "Journal-Token", paid.token());
        final Reply second = caller.get("/cafe/customers/Choi?limit=2&after=" + first.at("/next"));

        assertThat(first.json().at("/orders").findValuesAsString("number")).containsExactly("3", "2");
        assertThat(first.json().at("/pushes").findValuesAsString("order")).containsExactly("3", "1");
        assertThat(second.json().at("/orders").findValuesAsString("number")).containsExactly("1");
        assertThat(second.json().at("/pushes").size())
                .as("all were on the page before")
                .isZero();
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void shouldShowHouseRulesEvenWhereNobodySetThem() {
        final Reply untouched = caller.get(SHOPS + "untouched");
        assertThat(untouched.status()).isEqualTo(200);
        assertThat(untouched.at("/dispatch")).isEqualTo("AUTO");
        assertThat(untouched.at("/paymentTimeout")).isEqualTo("PT10M");
        assertThat(untouched.at("/updatedAt")).as("as ever").isEqualTo("1970-01-01T00:00:00Z");

        final Reply set = caller.put(SHOPS + "house", "{'dispatch':'RIDER'}");
        assertThat(set.status()).isEqualTo(200);
        final Reply seen = caller.get(SHOPS + "house", "Journal-Token", set.token());
        assertThat(seen.text()).isEqualTo(set.text());
        assertThat(seen.at("/dispatch")).isEqualTo("RIDER");
        final Reply why = caller.get(SHOPS + "house/why");
        assertThat(why.at("/event")).isEqualTo("HouseRulesSet");
    }

    @Test
    void shouldSayWhyARowIsAsItIs() {
        final String shop = SHOPS + "why";
        register(shop, "latte", 5);
        final Reply placed = caller.post(
                shop + "/orders",
                "{'customer':'Han','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}",
                "Idempotency-Key",
                "my-key");

        final Reply why = caller.get(shop + "/orders/1/why", "Journal-Token", placed.token());

        assertThat(why.at("/event")).isEqualTo("OrderPlaced");
        assertThat(why.at("/command")).isEqualTo("PlaceOrder");
        assertThat(why.at("/commandId")).isEqualTo("my-key");
        assertThat(why.at("/token")).isEqualTo(placed.token());
        assertThat(Instant.parse(why.at("/at"))).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void shouldRememberTheMenuAsItWas() {
        final String shop = SHOPS + "past";
        final Reply registered = register(shop, "latte", 5);
        final Reply changed = caller.patch(shop + "/menu/latte", "{'price':1}");
        final Reply gone = caller.delete(shop + "/menu/latte");
        assertThat(gone.status()).isEqualTo(204);
        assertThat(gone.header("Content-Type")).as("of nothing").isEmpty();

        final String then = registered.at("/updatedAt");
        final Reply now = caller.get(shop + "/menu", "Journal-Token", gone.token());
        assertThat(now.json().at("/items").size()).isZero();
        assertThat(caller.get(shop + "/menu/latte").status()).isEqualTo(404);
        final Reply was = caller.get(shop + "/menu?at=" + then);
        assertThat(was.at("/items/0/price")).isEqualTo("4500");
        assertThat(was.at("/items/0/token")).isEqualTo(registered.token());
        assertThat(caller.get(shop + "/menu/latte?at=" + changed.at("/updatedAt"))
                        .at("/price"))
                .isEqualTo("1");
        assertThat(caller.get(shop + "/menu/latte?at=2020-01-01T00:00:00Z").status())
                .isEqualTo(404);
        assertThat(caller.get(shop + "/menu?at=yesterday").status()).isEqualTo(400);
    }

    @Test
    void shouldAddUpWhatWasSold() {
        final String shop = SHOPS + "sales";
        register(shop, "latte", 9);
        order(shop, "Jo", "TAKEOUT", "latte", 2);
        caller.patch(shop + "/payments/1", "{'status':'APPROVED'}");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            final Reply sales = caller.get(shop + "/sales?per=1d");
            assertThat(sales.at("/items/0/item")).isEqualTo("latte");
            assertThat(sales.at("/items/0/quantity")).isEqualTo("2");
            assertThat(sales.at("/items/0/amount")).isEqualTo("9000");
            assertThat(sales.at("/items/0/token")).isEqualTo("cafe/sales@3");
        });
        assertThat(caller.get(shop + "/sales?per=2d").status()).isEqualTo(400);
    }

    private Reply register(final String shop, final String item, final int stock) {
        final Reply reply =
                caller.post(shop + "/menu", "{'item':'" + item + "','name':'Some','price':4500,'stock':" + stock + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    private Reply order(final String shop, final String who, final String type, final String item, final int many) {
        return caller.post(
                shop + "/orders",
                "{'customer':'" + who + "','type':'" + type + "','lines':[{'item':'" + item + "','quantity':" + many
                        + "}]}");
    }
}
