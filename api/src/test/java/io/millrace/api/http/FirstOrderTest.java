package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Running.class)
class FirstOrderTest {

    private final Caller caller;

    FirstOrderTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldTakeAnOrderAndShowIt() {
        assertThat(caller.post("/cafe/shops/first/menu", "{'item':'latte','name':'Latte','price':4500,'stock':3}")
                        .status())
                .isEqualTo(201);

        final Reply placed = caller.post(
                "/cafe/shops/first/orders",
                "{'customer':'HSI','type':'TAKEOUT','lines':[{'item':'latte','quantity':2}]}");

        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        assertThat(placed.header("Location")).isEqualTo("/cafe/shops/first/orders/1");
        assertThat(placed.at("/shop")).isEqualTo("first");
        assertThat(placed.at("/amount")).isEqualTo("9000");
        final Reply seen = caller.get("/cafe/shops/first/orders/1", "Journal-Token", placed.token());
        assertThat(seen.text()).isEqualTo(placed.text());
    }
}
