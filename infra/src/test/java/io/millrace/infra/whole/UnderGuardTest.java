package io.millrace.infra.whole;

import static io.millrace.infra.whole.GuardedProcess.CAFE;
import static io.millrace.infra.whole.GuardedProcess.PROVIDER;
import static io.millrace.infra.whole.GuardedProcess.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.Businesses;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import io.millrace.infra.acl.AclScript;
import io.millrace.infra.acl.Acls;
import io.millrace.infra.acl.Users;
import io.millrace.infra.broker.Guard;
import io.millrace.infra.cli.LocalKafka;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a Kafka that asks, as {@code up} starts it: an instance works with what it is allowed, nobody can do more than they
 * have to, and no secret is where anybody could read it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderGuardTest {

    private static final String KIMS = "kims-5555-password";
    private static final String AUTHORIZATION = "Authorization";

    private final Path dir;
    private final Overheard log = Overheard.listen();
    private final GuardedProcess process;

    UnderGuardTest(@TempDir final Path dir) throws Exception {
        this.dir = dir.resolve("data");
        process = new GuardedProcess(this.dir);
    }

    @BeforeAll
    void ready() {
        assertThat(process.ready()).isTrue();
    }

    @AfterAll
    void stop() {
        process.close();
        log.close();
    }

    @Test
    void shouldRunACafeWithNoMoreThanItIsAllowedAndKeepEverySecret() throws Exception {
        try (Caller caller = process.caller()) {
            final Answer signedIn = GuardedProcess.owner(caller, "kim", KIMS, "acl");
            assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(201);
            final String session = signedIn.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
            live(caller, "Bearer " + session);
            assertThat(process.signatures).isNotEmpty();

            final Hidden hidden = new Hidden(List.of(
                    KIMS,
                    GuardedProcess.basic("kim", KIMS).replace("Basic ", ""),
                    session,
                    GuardedProcess.BOSS.password(),
                    GuardedProcess.KEY,
                    GuardedProcess.CLUSTER,
                    GuardedProcess.WEBHOOK,
                    String.valueOf(USERS.passwords().get(PROVIDER)),
                    String.valueOf(USERS.passwords().get(Guard.ADMIN)),
                    String.valueOf(process.kafka.client().get("sasl.jaas.config"))
                            .replaceAll(".*password=\"(.*)\";", "$1")));
            assertThat(log.lines()).hasSizeGreaterThan(100).noneMatch(hidden::in);
            assertThat(hidden.under(dir)).isEmpty();
            assertThat(new Hidden(List.of("acl")).under(dir))
                    .as("it can find something")
                    .isNotEmpty();
            assertThat(hidden.in("{\"password\":\"" + KIMS + "\"}")).isTrue();
        }
    }

    private void live(final Caller caller, final String kim) throws Exception {
        final Answer item = caller.post(
                "/cafe/shops/acl/menu",
                "{\"item\":\"latte\",\"name\":\"Latte\",\"price\":1,\"stock\":1}",
                AUTHORIZATION,
                kim,
                "Prefer",
                "wait=30");
        assertThat(item.status()).as(item.body()).isEqualTo(201);
        final String token = item.header("Journal-Token").orElseThrow();
        assertThat(caller.get("/cafe/shops/acl/menu/latte", "Journal-Token", token, "Prefer", "wait=30")
                        .status())
                .isEqualTo(200);
        final Answer order = caller.post(
                "/cafe/shops/acl/orders",
                "{\"customer\":\"kim\",\"type\":\"TAKEOUT\",\"lines\":[{\"item\":\"latte\",\"quantity\":1}]}",
                AUTHORIZATION,
                GuardedProcess.basic("kim", KIMS),
                "Prefer",
                "wait=30");
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        caller.patch(
                "/cafe/shops/acl/payments/1", "{\"status\":\"APPROVED\"}", AUTHORIZATION, kim, "Prefer", "wait=30");
        await("the notifier reads, sends and says so")
                .atMost(Duration.ofSeconds(60))
                .until(() -> caller.get("/cafe/shops/acl/pushes", AUTHORIZATION, kim)
                        .body()
                        .contains("\"SENT\""));
        assertThat(caller.get("/audit").body()).contains("\"violations\":0");
    }

    @Test
    void shouldLetAPaymentProviderWritePaymentsAndNothingElse() {
        try (Visitor provider = visitor(as(PROVIDER), true)) {
            assertThat(provider.mayWrite("cafe.payments")).isTrue();
            for (final Topic topic : Catalogue.of(CAFE)) {
                if (!topic.name().equals("cafe.payments")) {
                    assertThat(provider.mayWrite(topic.name())).as(topic.name()).isFalse();
                }
                assertThat(provider.mayRead(topic.name())).as(topic.name()).isFalse();
            }
            for (final String none : List.of("_schemas", "__transaction_state", "new-topic")) {
                assertThat(provider.mayWrite(none)).as(none).isFalse();
            }
        }
    }

    @Test
    void shouldLetAnAuditorReadTheJournalAndWriteNothing() {
        try (Visitor auditor = visitor(as(Acls.AUDITOR), false)) {
            assertThat(auditor.mayRead("cafe.journal")).isTrue();
            for (final Topic topic : Catalogue.of(CAFE)) {
                assertThat(auditor.mayWrite(topic.name())).as(topic.name()).isFalse();
            }
        }
        try (Visitor numbered = visitor(as(Acls.AUDITOR), true)) {
            assertThat(numbered.mayWrite("cafe.payments")).isFalse();
        }
    }

    @Test
    void shouldLetNobodyInWhoCannotSay() {
        final String auditors = String.valueOf(USERS.passwords().get(Acls.AUDITOR));
        for (final Map<String, String> pretended :
                List.of(Guard.client(PROVIDER, auditors), Guard.client("nobody", auditors))) {
            try (Visitor stranger = visitor(pretended, true)) {
                assertThatThrownBy(() -> stranger.write("cafe.payments")).hasMessageContaining("uthentication");
            }
        }
        try (Visitor unnamed = visitor(Map.of(), true)) {
            assertThatThrownBy(() -> unnamed.write("cafe.payments")).isInstanceOf(KafkaException.class);
        }
    }

    @Test
    void shouldLetAnAdminDoEverything() {
        try (Visitor admin = visitor(as(Guard.ADMIN), true)) {
            assertThat(admin.mayWrite("cafe.notices.seldom")).isTrue();
            assertThat(admin.mayRead("cafe.journal")).isTrue();
        }
    }

    @Test
    void shouldTakeBackAtTheNextStartWhatIsNotSaidAnyMore(@TempDir final Path another) {
        LocalKafka.guarded(another, 0, 0, CAFE, USERS).close();
        try (LocalKafka again =
                LocalKafka.guarded(another, 0, 0, CAFE, new Users(Map.of(PROVIDER, "another-s3cret")))) {
            final Map<String, Object> config = new HashMap<>(as(Acls.AUDITOR));
            config.put("bootstrap.servers", again.broker().bootstrap());
            assertThatThrownBy(() -> names(config)).hasMessageContaining("uthentication");
            config.putAll(as(PROVIDER));
            assertThatThrownBy(() -> names(config)).hasMessageContaining("uthentication");
            config.putAll(Guard.client(PROVIDER, "another-s3cret"));
            assertThatCode(() -> names(config)).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldPrintForEveryRoleWhatItNeeds() {
        assertThat(Acls.roles(Businesses.ALL))
                .contains(Catalogue.FACADE, Catalogue.BACKBONE, Catalogue.NOTIFIER, Acls.AUDITOR, PROVIDER);
        assertThat(AclScript.of(Acls.of(Businesses.ALL, PROVIDER, "shop-pay")))
                .isEqualTo("kafka-acls.sh \"$@\" --add --allow-principal User:shop-pay --topic cafe.payments"
                        + " --operation Write --operation Describe");
    }

    private static void names(final Map<String, Object> as) throws Exception {
        try (Admin admin = Admin.create(as)) {
            admin.listTopics().names().get();
        }
    }

    private static Map<String, String> as(final String user) {
        return Guard.client(user, String.valueOf(USERS.passwords().get(user)));
    }

    private Visitor visitor(final Map<String, String> as, final boolean numbered) {
        return new Visitor(process.kafka.broker().bootstrap(), as, numbered);
    }
}
