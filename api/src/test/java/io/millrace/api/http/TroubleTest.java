package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Broker;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.cafe.Cafe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Too much to do, or no broker to do it with. */
class TroubleTest {

    private static final String LATTE = "{'item':'latte','name':'Latte','price':4500,'stock':100}";

    private static final String ORDER = "{'customer':'kim','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}";

    @Test
    void shouldRefuseBeforeTakingWhatItHasNoRoomFor() throws Exception {
        try (Broker broker = Broker.start()) {
            final BackboneSettings settings = WholeProcess.settings(broker, Cafe.BUSINESS)
                    .with(new FacadeSettings("127.0.0.1", 0, 0, 10, Duration.ofSeconds(5)));
            try (Backbone backbone = Backbone.start(settings)) {
                final Reply busy = new Caller(backbone.port()).post("/cafe/shops/x/menu", LATTE);
                assertThat(busy.status()).isEqualTo(503);
                assertThat(busy.at("/code")).isEqualTo("BUSY");
                assertThat(busy.header("Retry-After")).isEqualTo("1");
                assertThat(busy.header("Idempotency-Key")).isNotEmpty();
            }
        }
    }

    @Test
    void shouldSaySoWhenTheBrokerIsAway() throws Exception {
        try (Broker broker = Broker.start();
                Backbone backbone = Backbone.start(WholeProcess.settings(broker, Cafe.BUSINESS))) {
            final Caller caller = new Caller(backbone.port());
            final Reply made = caller.post("/cafe/shops/x/menu", LATTE, "Prefer", "wait=30");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            final String[] patiently = {"Journal-Token", made.token(), "Prefer", "wait=30"};
            assertThat(caller.get("/cafe/shops/x/menu/latte", patiently).status())
                    .isEqualTo(200);

            broker.stop();

            final Reply away = caller.post("/cafe/shops/x/orders", ORDER, "Prefer", "wait=2");
            assertThat(away.status()).as(away.text()).isEqualTo(503);
            assertThat(away.header("Retry-After")).isEqualTo("1");
            assertThat(away.at("/detail"))
                    .as("it is known where orders go, before there was one")
                    .contains("did not confirm")
                    .contains("Idempotency-Key");
            assertThat(caller.get("/cafe/shops/x/menu/latte").status())
                    .as("pages are still there")
                    .isEqualTo(200);
        }
    }
}
