package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.kit.Broker;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.api.wiring.RefusedStartException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** Starting, stopping, and starting again. */
class StartTest {

    private static final String LATTE = "{'item':'latte','name':'Latte','price':4500,'stock':100}";

    @Test
    void shouldKnowAReceiptAfterARestart() throws Exception {
        try (Broker broker = Broker.start()) {
            final BackboneSettings settings = WholeProcess.settings(broker);
            final Reply first;
            try (Backbone backbone = Backbone.start(settings)) {
                first = new Caller(backbone.port())
                        .post("/cafe/shops/x/menu", LATTE, "Idempotency-Key", "k", "Prefer", "wait=30");
                assertThat(first.status()).as(first.text()).isEqualTo(201);
            }
            try (Backbone backbone = Backbone.start(settings)) {
                final Caller caller = new Caller(backbone.port());
                final Reply again =
                        caller.post("/cafe/shops/x/menu", LATTE, "Idempotency-Key", "k", "Prefer", "wait=30");
                assertThat(again.status()).isEqualTo(201);
                assertThat(again.text()).isEqualTo(first.text());
                assertThat(backbone.awaitReady(Duration.ofSeconds(60))).isTrue();
                final Reply receipt = caller.get("/receipts/cafe/x/k");
                assertThat(receipt.json().at("/body").toString()).isEqualTo(first.text());
            }
        }
    }

    @Test
    void shouldRefuseTopicsThatAreNotAsTheyMustBe() throws Exception {
        try (Broker broker = Broker.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(
                            new NewTopic("cafe.journal", 3, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();

            assertThatThrownBy(
                            () -> Backbone.start(WholeProcess.settings(broker)).close())
                    .isInstanceOf(RefusedStartException.class)
                    .hasMessageContaining("topic cafe.journal has 3 partitions, expected 4")
                    .hasMessageContaining("cleanup.policy=compact, expected delete")
                    .hasMessageContaining("kafka-configs --alter --topic cafe.journal");
        }
    }
}
