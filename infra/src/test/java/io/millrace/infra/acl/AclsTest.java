package io.millrace.infra.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Businesses;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import io.millrace.infra.broker.EmbeddedBroker;
import io.millrace.infra.broker.Guard;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On a Kafka that asks: an instance works with what it is allowed, and nobody can do more than they have to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AclsTest {

    private static final List<Business> CAFE = Businesses.named(List.of("cafe"));
    private static final String PROVIDER = "payment-provider";
    private static final Guard GUARD = new Guard(
            "admin",
            Map.of("admin", "s3cret-1", "millrace", "s3cret-2", PROVIDER, "s3cret-3", Acls.AUDITOR, "s3cret-4"));

    private final EmbeddedBroker broker;
    private final Backbone backbone;

    AclsTest(@TempDir final Path dir) {
        broker = EmbeddedBroker.guarded(dir.resolve("kafka"), GUARD);
        allow(Catalogue.FACADE, "millrace");
        allow(Catalogue.BACKBONE, "millrace");
        allow(PROVIDER, PROVIDER);
        allow(Acls.AUDITOR, Acls.AUDITOR);
        backbone = Backbone.start(
                BackboneSettings.of(broker.bootstrap(), "mock://acls", dir.resolve("streams"), "one", CAFE, 0)
                        .withClients(GUARD.client("millrace")));
    }

    @BeforeAll
    void ready() {
        assertThat(backbone.awaitReady(Duration.ofSeconds(90)))
                .as("" + backbone.parts())
                .isTrue();
    }

    @AfterAll
    void stop() {
        backbone.close();
        broker.close();
    }

    @Test
    void shouldRunACafeWithNoMoreThanItIsAllowed() throws Exception {
        try (Caller caller = new Caller(backbone.port(), Duration.ofSeconds(20))) {
            final Answer item = caller.post(
                    "/cafe/shops/acl/menu", "{\"item\":\"latte\",\"name\":\"Latte\",\"price\":1,\"stock\":1}");
            assertThat(item.status()).isEqualTo(201);
            assertThat(caller.get("/cafe/shops/acl/menu/latte").status()).isEqualTo(200);
        }
    }

    @Test
    void shouldLetAPaymentProviderWritePaymentsAndNothingElse() {
        assertThat(mayWrite(PROVIDER, "cafe.payments")).isTrue();
        for (final Topic topic : Catalogue.of(CAFE)) {
            if (!topic.name().equals("cafe.payments")) {
                assertThat(mayWrite(PROVIDER, topic.name())).as(topic.name()).isFalse();
            }
            assertThat(mayRead(PROVIDER, topic.name())).as(topic.name()).isFalse();
        }
    }

    @Test
    void shouldLetAnAuditorReadTheJournalAndWriteNothing() {
        assertThat(mayRead(Acls.AUDITOR, "cafe.journal")).isTrue();
        for (final Topic topic : Catalogue.of(CAFE)) {
            assertThat(mayWrite(Acls.AUDITOR, topic.name())).as(topic.name()).isFalse();
        }
    }

    @Test
    void shouldLetNobodyInWhoCannotSay() {
        final Map<String, Object> wrong = new HashMap<>(GUARD.client(PROVIDER));
        wrong.computeIfPresent(
                "sasl.jaas.config", (_, config) -> String.valueOf(config).replace("s3cret-3", "guess"));
        assertThatThrownBy(() -> write(wrong, "cafe.payments")).hasMessageContaining("uthentication");
    }

    @Test
    void shouldPrintForEveryRoleWhatItNeeds() {
        assertThat(Acls.roles(Businesses.ALL))
                .contains(Catalogue.FACADE, Catalogue.BACKBONE, Catalogue.NOTIFIER, Acls.AUDITOR, PROVIDER);
        assertThat(AclScript.of(Acls.of(Businesses.ALL, PROVIDER, "shop-pay")))
                .isEqualTo("kafka-acls.sh \"$@\" --add --allow-principal User:shop-pay --topic cafe.payments"
                        + " --operation Write --operation Describe");
    }

    private void allow(final String role, final String user) {
        try (Admin admin = Admin.create(client(GUARD.client("admin")))) {
            admin.createAcls(Acls.of(CAFE, role, user)).all().get();
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean mayWrite(final String user, final String topic) {
        try {
            write(new HashMap<>(GUARD.client(user)), topic);
            return true;
        } catch (final AuthorizationException e) {
            return false;
        }
    }

    private void write(final Map<String, Object> as, final String topic) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client(as), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "acl".getBytes(StandardCharsets.UTF_8), new byte[] {1}))
                    .get();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (final java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    private boolean mayRead(final String user, final String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                client(GUARD.client(user)), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            final TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.position(partition, Duration.ofSeconds(10));
            consumer.poll(Duration.ofMillis(200));
            return true;
        } catch (final AuthorizationException e) {
            return false;
        }
    }

    private Map<String, Object> client(final Map<String, ?> as) {
        final Map<String, Object> config = new HashMap<>(as);
        config.put("bootstrap.servers", broker.bootstrap());
        config.put("max.block.ms", 10_000);
        config.put("default.api.timeout.ms", 10_000);
        config.put("request.timeout.ms", 5_000);
        return config;
    }
}
