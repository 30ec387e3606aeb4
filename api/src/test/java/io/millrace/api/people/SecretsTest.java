package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Broker;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import io.millrace.api.people.Needles.Hay;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.bank.Bank;
import io.millrace.people.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No password is in any topic, log line or answer, whatever is done with it, and over a restart. */
class SecretsTest {

    private static final String RIGHT = "right-4711-password";
    private static final String WRONG = "wrong-0815-password";
    private static final String ADMINS = "admin-1234-password";
    private static final String ADA = "ada";

    private final Needles needles = new Needles();
    private final List<Reply> replies = new ArrayList<>();

    @Test
    void shouldKeepPasswordsToItself() throws Exception {
        for (final String password : new String[] {RIGHT, WRONG, ADMINS}) {
            needles.add(ADA, password);
            needles.add("admin", password);
        }
        try (Broker broker = Broker.start();
                LogLines log = LogLines.open()) {
            final BackboneSettings settings = settings(broker);
            final Reply registered;
            try (Backbone backbone = Backbone.start(settings)) {
                final Caller caller = new Caller(backbone.port());
                registered = live(caller);
            }
            try (Backbone backbone =
                    Backbone.start(settings.with(settings.people().with(new PasswordCost(32, 2, 1))))) {
                liveOn(new Caller(backbone.port()), registered);
            }
            final Map<String, Hay> topics = needles.search(broker.bootstrap());
            assertThat(topics.getOrDefault("people.credentials", Hay.NONE).records())
                    .as("the admin's, hers, and hers at the new cost")
                    .isEqualTo(3);
            assertThat(topics.getOrDefault("people.journal", Hay.NONE).records())
                    .isPositive();
            assertThat(topics.getOrDefault("bank.receipts", Hay.NONE).records()).isPositive();
            topics.forEach((topic, hay) ->
                    assertThat(hay.found()).as("records of %s", topic).isZero());
            assertThat(log.lines()).isNotEmpty().noneMatch(needles::in);
            assertThat(replies).hasSizeGreaterThan(10).noneMatch(this::shows);

            sabotage(broker);
            assertThat(needles.search(broker.bootstrap())
                            .getOrDefault("people.quarantine", Hay.NONE)
                            .found())
                    .as("a search that finds nothing proves nothing")
                    .isEqualTo(2);
            LoggerFactory.getLogger("io.millrace.saboteur").debug("signing in {}", WRONG);
            assertThat(log.lines()).filteredOn(needles::in).hasSize(1);
        }
    }

    private Reply live(final Caller caller) {
        final Reply registered = register(caller, RIGHT);
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(register(caller, WRONG).at("/code")).isEqualTo("KEY_REUSED");
        told(caller.post("/people", "{'id':'ada','name':'Ada','password':" + RIGHT + "}"));
        told(caller.post("/people", "{'id':'ada','name':'Ada','password':['" + RIGHT + "']}"));
        told(caller.post("/people", "{'id':'ada','name':'','password':'" + RIGHT + "'}"));
        assertThat(signIn(caller, RIGHT).status()).isEqualTo(201);
        assertThat(signIn(caller, WRONG).status()).isEqualTo(401);
        final String open = "{'account':'1','kind':'OPEN','amount':10}";
        assertThat(told(caller.post(
                                "/bank/requests", open, "Authorization", Caller.basic(ADA, RIGHT), "Prefer", "wait=30"))
                        .status())
                .isEqualTo(201);
        told(caller.post("/bank/requests", open, "Authorization", Caller.basic(ADA, WRONG)));
        told(caller.post("/bank/requests", "{", "Authorization", Caller.basic(ADA, RIGHT)));
        told(caller.get("/bank/accounts/1/why", "Authorization", Caller.basic(ADA, RIGHT)));
        told(caller.get("/people/ada"));
        told(caller.get("/people/ada/why"));
        told(caller.get("/metrics"));
        return registered;
    }

    /** Everything is known again, and the credential is made anew at the cost that is asked for now. */
    private void liveOn(final Caller caller, final Reply registered) {
        final Reply again = register(caller, RIGHT);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(registered.text());
        assertThat(register(caller, WRONG).at("/code")).isEqualTo("KEY_REUSED");
        final Reply session = signIn(caller, RIGHT);
        assertThat(session.status()).isEqualTo(201);
        final String before = replies.stream()
                .filter(it -> it.response().uri().getPath().equals("/people/sessions") && it.status() == 201)
                .findFirst()
                .orElseThrow()
                .at("/token");
        assertThat(caller.get("/people/sessions/current", "Authorization", "Bearer " + before)
                        .status())
                .as("sessions outlive the process")
                .isEqualTo(200);
        assertThat(signIn(caller, RIGHT).status()).isEqualTo(201);
        assertThat(signIn(caller, WRONG).status()).isEqualTo(401);
    }

    private void sabotage(final Broker broker) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            final byte[] clear = ("x" + RIGHT + "x").getBytes(StandardCharsets.UTF_8);
            final byte[] header = Caller.basic(ADA, RIGHT).getBytes(StandardCharsets.UTF_8);
            final Future<?> first = producer.send(new ProducerRecord<>("people.quarantine", clear, null));
            producer.send(new ProducerRecord<>("people.quarantine", null, header))
                    .get();
            first.get();
        }
    }

    private Reply register(final Caller caller, final String password) {
        return told(caller.post(
                "/people",
                "{'id':'ada','name':'Ada','password':'" + password + "'}",
                "Idempotency-Key",
                "k",
                "Prefer",
                "wait=30"));
    }

    private Reply signIn(final Caller caller, final String password) {
        return told(caller.post("/people/sessions", "{'id':'ada','password':'" + password + "'}"));
    }

    private Reply told(final Reply reply) {
        replies.add(reply);
        return reply;
    }

    private boolean shows(final Reply reply) {
        return needles.in(reply.text() + reply.response().headers().map());
    }

    private static BackboneSettings settings(final Broker broker) {
        final BackboneSettings settings = WholeProcess.settings(broker, "one", List.of(Bank.BUSINESS, People.BUSINESS));
        return settings.with(settings.people().with(new PeopleSettings.FirstAdmin("admin", ADMINS)));
    }
}
