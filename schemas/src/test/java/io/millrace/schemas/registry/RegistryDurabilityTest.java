package io.millrace.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What survives a restart, and who may write. Each test begins without a topic. */
@SuppressWarnings("NullAway.Init")
class RegistryDurabilityTest {
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @AfterEach
    void forgetEverything() throws Exception {
        cluster.delete(List.of(SchemasTopic.NAME));
        try (Admin admin = Admin.create(cluster.kafka())) {
            Awaitility.await().until(() -> !admin.listTopics().names().get().contains(SchemasTopic.NAME));
        }
    }

    @Test
    void shouldKnowEverythingAgainAfterARestart() {
        final int id;
        try (EmbeddedRegistry registry = registry()) {
            final Rest rest = new Rest(registry.url());
            id = register(rest, "kept", "\"long\"");
            register(rest, "hidden", "\"string\"");
            rest.delete("/subjects/hidden");
            rest.put("/config/kept", "{\"compatibility\":\"FULL\"}");
        }
        try (EmbeddedRegistry registry = registry()) {
            final Rest rest = new Rest(registry.url());
            assertThat(rest.get("/subjects").body()).isEqualTo("[\"kept\"]");
            assertThat(rest.get("/subjects?deleted=true").body()).isEqualTo("[\"hidden\",\"kept\"]");
            assertThat(rest.get("/schemas/ids/" + id + "/schema").body()).isEqualTo("\"long\"");
            assertThat(rest.get("/config/kept").body()).contains("FULL");
            assertThat(register(rest, "kept", "\"long\"")).isEqualTo(id);
        }
    }

    @Test
    void shouldNeverGiveAnIdAgainEvenWhenCompactionHasErasedItsLastTrace() throws Exception {
        final int erased;
        final long afterErasing;
        try (EmbeddedRegistry registry = registry()) {
            final Rest rest = new Rest(registry.url());
            register(rest, "stays", "\"int\"");
            erased = register(rest, "goes", "\"double\"");
            rest.delete("/subjects/goes");
            rest.delete("/subjects/goes?permanent=true");
            assertThat(rest.get("/schemas/ids/" + erased).error()).isEqualTo("404/40403");
            assertThat(register(rest, "next", "\"bytes\"")).isEqualTo(erased + 1);
            rest.delete("/subjects/next");
            try (Admin admin = Admin.create(cluster.kafka())) {
                afterErasing = new StalledLog(admin).end();
            }
            rest.delete("/subjects/next?permanent=true");
        }
        // Everything before the last transaction goes, and with it every record that ever bore an id.
        cluster.forgetBefore(afterErasing);
        try (EmbeddedRegistry registry = registry()) {
            assertThat(new Rest(registry.url()).get("/subjects?deleted=true").body())
                    .isEqualTo("[]");
            assertThat(register(new Rest(registry.url()), "new", "\"float\"")).isEqualTo(erased + 2);
        }
    }

    @Test
    void shouldFenceTheEarlierWriterAndLetItSaySo() {
        try (EmbeddedRegistry earlier = registry();
                EmbeddedRegistry later = registry()) {
            final int id = register(new Rest(later.url()), "mine", "\"int\"");

            final Rest old = new Rest(earlier.url());
            final Rest.Answer refused = old.postSchema("/subjects/mine-too/versions", "\"string\"");

            assertThat(refused.error()).isEqualTo("503/50003");
            assertThat(refused.body()).contains("took over");
            assertThat(old.get("/schemas/ids/" + id).body())
                    .as("it still reads")
                    .contains("int");
            assertThat(register(new Rest(later.url()), "mine", "[\"int\",\"null\"]"))
                    .isEqualTo(id + 1);
        }
    }

    @Test
    void shouldRefuseATopicThatWouldLoseOrMixSchemas() throws Exception {
        cluster.create(new NewTopic(SchemasTopic.NAME, 2, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        assertThatThrownBy(RegistryDurabilityTest::registry)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 partitions");
        forgetEverything();

        cluster.create(new NewTopic(SchemasTopic.NAME, 1, (short) 1).configs(Map.of("cleanup.policy", "delete")));
        assertThatThrownBy(RegistryDurabilityTest::registry)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cleanup.policy=delete");
    }

    @Test
    void shouldNameTheTransactionThatHangsRatherThanWaitSilently() throws Exception {
        registry().close();
        final Map<String, Object> config = new HashMap<>(cluster.kafka());
        config.put("transactional.id", "somebody-else");
        config.put("transaction.timeout.ms", 60_000);
        try (KafkaProducer<String, String> hanging =
                        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                SchemaLog log = new SchemaLog(cluster.kafka(), new RegistryState())) {
            hanging.initTransactions();
            hanging.beginTransaction();
            hanging.send(new ProducerRecord<>(SchemasTopic.NAME, 0, "{\"keytype\":\"NOOP\",\"magic\":0}", "{}"))
                    .get();

            assertThatThrownBy(() -> log.start(Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("somebody-else")
                    .hasMessageContaining("since offset");
            hanging.abortTransaction();
        }
    }

    @Test
    void shouldReadATopicThatAnotherRegistryWrote() throws Exception {
        cluster.create(new NewTopic(SchemasTopic.NAME, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        try (KafkaProducer<String, String> other =
                new KafkaProducer<>(cluster.kafka(), new StringSerializer(), new StringSerializer())) {
            other.send(record("{\"keytype\":\"NOOP\",\"magic\":0}", null));
            other.send(record(
                    "{\"keytype\":\"SCHEMA\",\"subject\":\"old\",\"version\":1,\"magic\":1}",
                    "{\"subject\":\"old\",\"version\":1,\"id\":7,\"schema\":\"\\\"int\\\"\",\"deleted\":false}"));
            other.send(record(
                    "{\"keytype\":\"SCHEMA\",\"subject\":\"gone\",\"version\":1,\"magic\":1}",
                    "{\"subject\":\"gone\",\"version\":1,\"id\":8,\"schema\":\"\\\"long\\\"\",\"deleted\":false}"));
            other.send(record(
                    "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"gone\",\"magic\":0}",
                    "{\"subject\":\"gone\",\"version\":1}"));
            other.send(record("garbage", "more"));
            other.flush();
        }
        try (EmbeddedRegistry registry = registry()) {
            final Rest rest = new Rest(registry.url());
            assertThat(rest.get("/subjects").body()).isEqualTo("[\"old\"]");
            assertThat(rest.get("/schemas/ids/8/schema").body()).isEqualTo("\"long\"");
            assertThat(register(rest, "new", "\"float\"")).isEqualTo(9);
        }
    }

    private static ProducerRecord<String, String> record(
            final String key, final @org.jspecify.annotations.Nullable String value) {
        return new ProducerRecord<>(SchemasTopic.NAME, 0, key, value);
    }

    private static EmbeddedRegistry registry() {
        return EmbeddedRegistry.start(cluster.kafka(), "localhost", 0);
    }

    private static int register(final Rest rest, final String subject, final String schema) {
        final Rest.Answer answer = rest.postSchema("/subjects/" + subject + "/versions", schema);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asInt();
    }
}
