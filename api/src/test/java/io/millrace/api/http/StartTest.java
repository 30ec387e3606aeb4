package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.millrace.api.kit.Broker;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Collector;
import io.millrace.api.kit.Customer;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.WholeProcess;
import io.millrace.api.trace.Tracing;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.api.wiring.RefusedStartException;
import io.millrace.bank.Bank;
import io.millrace.cafe.Cafe;
import io.millrace.people.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** Starting, stopping, and starting again. */
@ResourceLock("what Streams says of corrupted state")
class StartTest {

    private static final Logger STREAMS = (Logger) LoggerFactory.getLogger("org.apache.kafka.streams.processor");

    private static final String ORDER = "{'customer':'HSI','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}";
    private static final String LATTE = "{'item':'latte','name':'Latte','price':4500,'stock':100}";

    @Test
    void shouldKnowReceiptsAndCausesAfterARestart() throws Exception {
        try (Broker broker = Broker.start();
                Collector collector = new Collector();
                Tracing tracing = collector.tracing()) {
            final BackboneSettings settings =
                    WholeProcess.settings(broker, Cafe.BUSINESS, Bank.BUSINESS, People.BUSINESS);
            final FacadeSettings forOneWhoWaits = new FacadeSettings("127.0.0.1", 0, 100, 1, Duration.ofSeconds(5));
            final Reply first;
            final List<CompletableFuture<Reply>> waiting;
            try (Backbone backbone = Backbone.start(settings.with(forOneWhoWaits), tracing)) {
                final Caller caller = new Caller(backbone.port());
                first = caller.post("/cafe/shops/x/menu", LATTE, "Idempotency-Key", "k", "Prefer", "wait=30");
                assertThat(first.status()).as(first.text()).isEqualTo(201);
                caller.put("/cafe/shops/x", "{'paymentTimeout':'PT5S'}");
                assertThat(caller.post("/cafe/shops/x/orders", ORDER).status()).isEqualTo(201);
                assertThat(backbone.awaitReady(Duration.ofSeconds(60))).isTrue();
                waiting = List.of(waitsFor("cafe/x@99", caller), waitsFor("cafe/x@99", caller));
                CompletableFuture.anyOf(waiting.getFirst(), waiting.getLast()).join();
            }
            assertThat(waiting.stream().map(it -> it.join().at("/code")))
                    .as("one has no room, which shows that the other waits, and it does so while everything stops")
                    .containsExactlyInAnyOrder("BUSY", "NOT_READY");
            final ListAppender<ILoggingEvent> said = new ListAppender<>();
            said.start();
            STREAMS.addAppender(said);
            try (Backbone backbone = Backbone.start(settings, tracing)) {
                final Caller caller = new Caller(backbone.port());
                final Reply again =
                        caller.post("/cafe/shops/x/menu", LATTE, "Idempotency-Key", "k", "Prefer", "wait=30");
                assertThat(again.status()).isEqualTo(201);
                assertThat(again.text()).isEqualTo(first.text());
                assertThat(backbone.awaitReady(Duration.ofSeconds(60))).isTrue();
                STREAMS.detachAppender(said);
                assertThat(said.list)
                        .extracting(ILoggingEvent::getFormattedMessage)
                        .as("what Streams says of state that was left in order")
                        .isNotEmpty()
                        .noneMatch(line -> line.contains("corrupted"));
                final Reply receipt = caller.get("/receipts/cafe/x/k", "Prefer", "wait=30");
                assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
                assertThat(receipt.json().at("/body").toString()).isEqualTo(first.text());
                followed(
                        collector,
                        "POST /cafe/shops/{desk}/orders",
                        List.of("cafe desk", "cafe desk", "cafe pages", "cafe people"));
                final Customer kim = Customer.of(caller);
                kim.transfer(kim.account(10), kim.account(0), 7);
                followed(
                        collector,
                        "POST /bank/transfers",
                        List.of("bank desk", "bank desk", "bank desk", "bank pages"));
            }
        }
    }

    /** They are the only business whose journal nobody may listen to. */
    @Test
    void shouldRunWithNobodyButThePeople() throws Exception {
        try (WholeProcess process = WholeProcess.start(List.of(People.BUSINESS))) {
            final String person = "{'id':'HSI','name':'Hong','password':'rather long'}";
            final Reply registered = process.caller().post("/people", person, "Prefer", "wait=30");
            assertThat(registered.status()).as(registered.text()).isEqualTo(201);
            assertThat(process.caller().get("/events?person=HSI").status()).isEqualTo(404);
        }
    }

    private static CompletableFuture<Reply> waitsFor(final String token, final Caller caller) {
        return CompletableFuture.supplyAsync(
                () -> caller.get("/cafe/shops/x/menu", "Journal-Token", token, "Prefer", "wait=2"));
    }

    /** Over a timeout that was set before the restart, and over the other account. */
    private static void followed(final Collector collector, final String request, final List<String> then) {
        final List<String> way = new ArrayList<>(List.of(request));
        way.addAll(then);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(collector.begunBy(request))
                        .hasValueSatisfying(
                                trace -> assertThat(collector.ways(trace)).contains(way)));
    }

    @Test
    void shouldRefuseTopicsThatAreNotAsTheyMustBe() throws Exception {
        try (Broker broker = Broker.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(
                            new NewTopic("cafe.journal", 3, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();

            assertThatThrownBy(() -> Backbone.start(WholeProcess.settings(broker, Cafe.BUSINESS))
                            .close())
                    .isInstanceOf(RefusedStartException.class)
                    .hasMessageContaining("topic cafe.journal has 3 partitions, expected 2: start with --partitions 3")
                    .hasMessageContaining("cleanup.policy=compact, expected delete")
                    .hasMessageContaining("kafka-configs --alter --topic cafe.journal");
        }
    }
}
