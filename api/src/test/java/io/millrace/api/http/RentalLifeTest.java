package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Equipment rental over HTTP: approved at once, by a manager, or after a pause; and a MIS that adds up. */
@ExtendWith(Running.class)
class RentalLifeTest {

    private static final String DEPOTS = "/rental/depots/";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Caller caller;

    RentalLifeTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldApproveAtOnceAndTakeBack() {
        final String depot = DEPOTS + "auto";
        equip(depot, "drill", 2);
        final Reply order = order(depot, "E1", "drill", 2);
        assertThat(order.status()).as(order.text()).isEqualTo(201);
        assertThat(order.at("/status")).isEqualTo("APPROVED");
        final Reply refused = order(depot, "E2", "drill", 1);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("OUT_OF_STOCK");
        assertThat(order(depot, "E2", "saw", 1).at("/code")).isEqualTo("UNKNOWN_ITEM");
        final Reply returned = caller.patch(depot + "/orders/1", "{'status':'RETURNED'}");
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        final Reply stock = caller.get(depot + "/equipment/drill", "Journal-Token", returned.token());
        assertThat(stock.at("/stock")).isEqualTo("2");
        final Reply again = caller.post(depot + "/equipment", "{'equipment':'drill','name':'D','stock':1}");
        assertThat(again.at("/code")).isEqualTo("ITEM_EXISTS");
    }

    @Test
    void shouldLetTheManagerDecide() {
        final String depot = DEPOTS + "managed";
        assertThat(caller.put(depot, "{'approval':'MANAGER'}").status()).isEqualTo(200);
        equip(depot, "drill", 1);
        assertThat(order(depot, "E1", "drill", 1).at("/status")).isEqualTo("ORDERED");
        order(depot, "E2", "drill", 1);
        final Reply approved = caller.patch(depot + "/approvals/1", "{'status':'APPROVED','by':'boss'}");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        final Reply none = caller.patch(depot + "/approvals/2", "{'status':'APPROVED','by':'boss'}");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.at("/code")).isEqualTo("OUT_OF_STOCK");
        final Reply rejected = caller.patch(depot + "/approvals/2", "{'status':'REJECTED','by':'boss'}");
        assertThat(rejected.status()).isEqualTo(200);
        final Reply mis = caller.get(depot + "/mis", "Journal-Token", rejected.token());
        assertThat(mis.status()).as(mis.text()).isEqualTo(200);
        assertThat(mis.at("/totals/0/onHand")).isEqualTo("0");
        assertThat(mis.at("/totals/0/lent")).isEqualTo("1");
        assertThat(mis.at("/totals/0/waiting")).isEqualTo("0");
        assertThat(mis.json().at("/orders").size()).isEqualTo(2);
        assertThat(caller.get("/rental/employees/E1", "Journal-Token", rejected.token())
                        .text())
                .contains("\"managed\"");
    }

    @Test
    void shouldTurnThePagesOfTheMisAsThoseOfAList() {
        final String depot = DEPOTS + "turned";
        equip(depot, "drill", 9);
        for (int n = 0; n < 3; n++) {
            order(depot, "E1", "drill", 1);
        }
        final Reply first = caller.get(depot + "/mis?limit=2");
        assertThat(first.json()
                        .at("/orders")
                        .valueStream()
                        .map(it -> it.at("/number").asInt()))
                .containsExactly(3, 2);
        final Reply last = caller.get(depot + "/mis?limit=2&after=" + first.at("/next"));
        assertThat(last.json()
                        .at("/orders")
                        .valueStream()
                        .map(it -> it.at("/number").asInt()))
                .containsExactly(1);
        assertThat(last.json().has("next")).isTrue();
        assertThat(last.json().at("/next").isNull()).isTrue();
        assertThat(caller.get(DEPOTS + "untouched/mis").json().at("/next").isNull())
                .isTrue();
    }

    @Test
    void shouldWorkOffWhatWaitedThroughAPause() {
        final String depot = DEPOTS + "paused";
        caller.put(depot, "{'approval':'PAUSED'}");
        equip(depot, "drill", 1);
        order(depot, "E1", "drill", 1);
        order(depot, "E2", "drill", 1);
        caller.put(depot, "{'approval':'AUTO'}");
        becomes(depot + "/orders/1", "APPROVED");
        becomes(depot + "/orders/2", "REJECTED");
        assertThat(caller.get(depot + "/orders?status=REJECTED")
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        final Reply canceled = caller.patch(depot + "/orders/1", "{'status':'CANCELLED'}");
        assertThat(canceled.at("/status")).isEqualTo("CANCELLED");
        assertThat(caller.patch(depot + "/orders/1", "{'status':'CANCELLED'}").status())
                .isEqualTo(409);
    }

    private void equip(final String depot, final String equipment, final int stock) {
        final Reply made = caller.post(
                depot + "/equipment",
                "{'equipment':'%s','name':'%s','category':'tools','stock':%d}".formatted(equipment, equipment, stock));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private Reply order(final String depot, final String employee, final String equipment, final int quantity) {
        return caller.post(
                depot + "/orders",
                "{'employee':'%s','equipment':'%s','quantity':%d}".formatted(employee, equipment, quantity));
    }

    private void becomes(final String path, final String status) {
        await(path).atMost(SOON).until(() -> caller.get(path).at("/status").equals(status));
    }
}
