package io.millrace.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Brokers forget a transactional producer that is silent for a week, and a registry often is. Here a week is short. */
class IdleWriterTest {

    @Test
    void shouldWriteAgainAfterTheBrokerForgotItsProducer() throws Exception {
        try (Cluster cluster = Cluster.start(Map.of(
                        "transactional.id.expiration.ms", "500",
                        "transaction.remove.expired.transaction.cleanup.interval.ms", "200",
                        "producer.id.expiration.ms", "500",
                        "producer.id.expiration.check.interval.ms", "200"));
                EmbeddedRegistry registry = EmbeddedRegistry.start(cluster.bootstrapServers(), "localhost", 0);
                Admin admin = Admin.create(cluster.kafka())) {
            final Rest rest = new Rest(registry.url());
            assertThat(rest.postSchema("/subjects/a/versions", "\"int\"").status())
                    .isEqualTo(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> admin.listTransactions().all().get().isEmpty());

            final Rest.Answer answer = rest.postSchema("/subjects/b/versions", "\"long\"");

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }
}
