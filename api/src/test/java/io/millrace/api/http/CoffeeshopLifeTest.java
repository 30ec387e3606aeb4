package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The coffee shop over HTTP: orders are always taken, the kitchen and the warehouse decide later. */
@ExtendWith(Running.class)
class CoffeeshopLifeTest {

    private static final String SHOPS = "/coffeeshop/shops/";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Caller caller;

    CoffeeshopLifeTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldServeWhatIsThereAndLetTheRestWaitInTurn() {
        final String shop = SHOPS + "turn";
        assertThat(caller.post(shop + "/stocks", "{'product':'latte','quantity':3}")
                        .status())
                .isEqualTo(201);
        final Reply first = order(shop, "HSI", "latte", 2);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(shop + "/orders/1");
        order(shop, "KIM", "latte", 5);
        order(shop, "LEE", "latte", 1);

        becomes(shop + "/orders/1", "COMPLETED");
        becomes(shop + "/orders/2", "OUT_OF_STOCK");
        assertThat(caller.get(shop + "/orders/3").at("/status"))
                .as("waits behind an older one")
                .isEqualTo("REQUESTED");
        assertThat(caller.post(shop + "/stocks/latte/restocks", "{'quantity':10}")
                        .status())
                .isEqualTo(201);
        becomes(shop + "/orders/2", "COMPLETED");
        becomes(shop + "/orders/3", "COMPLETED");
        assertThat(caller.get(shop + "/stocks/latte").at("/quantity")).isEqualTo("5");
        assertThat(caller.get(shop + "/productions/3").at("/status")).isEqualTo("COMPLETED");
        assertThat(caller.post(shop + "/stocks/tea/restocks", "{'quantity':1}").status())
                .isEqualTo(404);
    }

    @Test
    void shouldTakeOrdersWhileTheKitchenIsClosed() {
        final String shop = SHOPS + "night";
        assertThat(caller.put(shop, "{'kitchen':'CLOSED'}").status()).isEqualTo(200);
        caller.post(shop + "/stocks", "{'product':'mocha','quantity':10}");
        order(shop, "HSI", "mocha", 1);
        order(shop, "HSI", "mocha", 1);
        final Reply canceled = caller.patch(shop + "/orders/2", "{'status':'CANCELED'}");
        assertThat(canceled.status()).as(canceled.text()).isEqualTo(200);
        assertThat(canceled.at("/status")).isEqualTo("CANCELED");

        assertThat(caller.put(shop, "{'kitchen':'BARISTA'}").status()).isEqualTo(200);

        becomes(shop + "/orders/1", "MAKING");
        final Reply late = caller.patch(shop + "/orders/1", "{'status':'CANCELED'}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.at("/code")).isEqualTo("PRODUCTION_STARTED");
        final Reply handed = caller.patch(shop + "/productions/1", "{'status':'COMPLETED'}");
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        final Reply order = caller.get(shop + "/orders/1", "Journal-Token", handed.token());
        assertThat(order.at("/status")).isEqualTo("COMPLETED");
        assertThat(order.at("/history/0/status")).isEqualTo("REQUESTED");
        final Reply mine = caller.get("/coffeeshop/customers/HSI", "Journal-Token", handed.token());
        assertThat(mine.text()).contains("\"night\"");
    }

    private Reply order(final String shop, final String customer, final String product, final int quantity) {
        return caller.post(
                shop + "/orders",
                "{'customer':'%s','product':'%s','quantity':%d}".formatted(customer, product, quantity));
    }

    private void becomes(final String path, final String status) {
        await(path).atMost(SOON).until(() -> caller.get(path).at("/status").equals(status));
    }
}
