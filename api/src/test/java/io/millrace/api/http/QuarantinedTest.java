package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.Businesses;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import io.millrace.api.kit.Vandal;
import io.millrace.api.kit.WholeProcess;
import io.millrace.backbone.Business;
import io.millrace.backbone.Input;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can't be handled waits for a person, over a real broker, and nothing waits with it. */
@ExtendWith(Running.class)
class QuarantinedTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> OURS = Set.of(Catalogue.FACADE, Catalogue.BACKBONE, Catalogue.NOTIFIER);

    /** About as many as the registry has. */
    private static final int SCHEMAS = 50;

    private static final byte[] RUBBISH = {9, 9, 9};

    private static final String ADMIN = "Basic "
            + Base64.getEncoder()
                    .encodeToString((WholeProcess.ADMIN.id() + ":" + WholeProcess.ADMIN.password())
                            .getBytes(StandardCharsets.UTF_8));

    private final Caller caller;
    private final Vandal vandal;

    QuarantinedTest(final Caller caller, final Vandal vandal) {
        this.caller = caller;
        this.vandal = vandal;
    }

    @Test
    void shouldKeepWhateverIsWrittenToAnyTopicAndGoOn() {
        final Random random = new Random(1);
        final List<String> written = new ArrayList<>();
        for (final Business business : Businesses.ALL) {
            for (final Input input : business.inputs()) {
                for (int n = 1; n <= SCHEMAS; n += 8 + random.nextInt(12)) {
                    final byte[] noise = new byte[6 + random.nextInt(200)];
                    random.nextBytes(noise);
                    written.add(vandal.write(input.topic(), "poisoned", noise));
                    // and what says that it is one of ours
                    System.arraycopy(new byte[] {0, 0, 0, 0, (byte) n, -1}, 0, noise, 0, 6);
                    written.add(vandal.write(input.topic(), "poisoned", noise));
                }
                written.add(vandal.write(input.topic(), null, null));
                written.add(vandal.write(input.topic(), "poisoned", new byte[] {0, 0x7f, 1, 2, 3, 4}));
                written.add(vandal.write(input.topic(), "poisoned", new byte[] {0, -1, -1, -1, -1, 4}));
            }
            for (final String what : List.of("alarms", "people", "pushes")) {
                written.add(vandal.write(business.topic(what), "poisoned-too", RUBBISH));
            }
        }
        // an audit tells of these for ever, and others look at the café's
        written.add(vandal.write("coffeeshop.journal", "poisoned-too", RUBBISH));
        written.add(vandal.write("coffeeshop.journal", null, null));
        written.add(vandal.write("coffeeshop.receipts", "poisoned-too", RUBBISH));
        for (final String id : written) {
            await(id)
                    .pollDelay(Duration.ZERO)
                    .atMost(SOON)
                    .until(() -> caller.get("/quarantine/" + id, "Authorization", ADMIN)
                            .at("/state")
                            .equals("WAITING"));
        }
        goesOn("/cafe/shops/poisoned/menu", "{'item':'latte','name':'Latte','price':4500,'stock':3}");
        goesOn("/coffeeshop/shops/poisoned/stocks", "{'product':'latte','quantity':1}");
        goesOn("/rental/depots/poisoned/equipment", "{'equipment':'drill','name':'Drill','stock':1}");
        goesOn("/riders/zones/poisoned/deliveries", "{'restaurant':'kim','destination':'door','cost':1}");
        goesOn("/people", "{'id':'poisoned','name':'P','password':'open sesame'}");
        goesOn(
                "/bank/requests",
                "{'account':'poisoned','kind':'OPEN','amount':1}",
                "Authorization",
                Caller.basic("poisoned", "open sesame"));
        assertThat(caller.get("/livez").status()).isEqualTo(200);
        assertThat(caller.get("/metrics").text()).contains("millrace_quarantine_waiting{business=\"cafe\"}");
    }

    /** Each topic that somebody else than us may write is one of those that were poisoned. */
    @Test
    void shouldKnowEveryTopicThatIsOpenToOutsiders() {
        assertThat(Businesses.ALL.stream().flatMap(it -> it.inputs().stream()).map(Input::topic))
                .containsAll(Catalogue.of(Businesses.ALL).stream()
                        .filter(topic -> !OURS.containsAll(topic.writers()))
                        .map(Topic::name)
                        .toList());
    }

    private void goesOn(final String path, final String body, final String... headers) {
        final String[] patient = Arrays.copyOf(headers, headers.length + 2);
        patient[headers.length] = "Prefer";
        patient[headers.length + 1] = "wait=30";
        final Reply made = caller.post(path, body, patient);
        assertThat(made.status()).as(path + " " + made.text()).isEqualTo(201);
    }

    @Test
    void shouldKeepTheBanksToItsAdmins() {
        final String id = vandal.write("bank.requests", "private", RUBBISH);
        await(id)
                .atMost(SOON)
                .until(() ->
                        caller.get("/quarantine/" + id, "Authorization", ADMIN).status() == 200);
        assertThat(caller.get("/quarantine/" + id).status()).isEqualTo(401);
        assertThat(caller.get("/quarantine?business=bank").status()).isEqualTo(401);
        assertThat(caller.post("/quarantine/" + id + "/discard", "").status()).isEqualTo(401);
        final Reply everybodys = caller.get("/quarantine?desk=private");
        assertThat(everybodys.status()).as(everybodys.text()).isEqualTo(200);
        assertThat(everybodys.text()).doesNotContain(id);
        assertThat(caller.get("/quarantine?desk=private", "Authorization", ADMIN)
                        .text())
                .contains(id);
    }

    @Test
    void shouldShowItWhole() {
        final String id = waiting("cafe.payments", "whole");
        final Reply whole = caller.get("/quarantine/" + id);
        assertThat(whole.at("/business")).isEqualTo("cafe");
        assertThat(whole.at("/topic")).isEqualTo("cafe.payments");
        assertThat(whole.at("/desk")).isEqualTo("whole");
        assertThat(whole.at("/reader")).isEqualTo("desk");
        assertThat(whole.at("/reason")).contains("NO_MAGIC_BYTE");
        assertThat(whole.at("/stack")).contains("at io.millrace");
        assertThat(whole.at("/payload/base64")).isEqualTo("CQkJ");
        assertThat(whole.at("/headers/1/name")).isEqualTo("mine");
        assertThat(whole.at("/headers/1/value")).isEqualTo("me");
        assertThat(caller.get("/quarantine/cafe.payments-0-999999").status()).isEqualTo(404);
        assertThat(caller.get("/quarantine/bakery.payments-0-9").at("/code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void shouldListTheNewestFirstByBusinessAndDesk() {
        final String older = waiting("riders.deliveries", "listed");
        final String newer = waiting("riders.deliveries", "listed");
        final Reply list = caller.get("/quarantine?business=riders&desk=listed&state=WAITING&limit=1");
        assertThat(list.at("/items/0/id")).as(list.text()).isEqualTo(newer);
        final Reply rest = caller.get("/quarantine?business=riders&desk=listed&limit=1&after=" + list.at("/next"));
        assertThat(rest.at("/items/0/id")).isEqualTo(older);
        assertThat(rest.json().at("/next").isNull()).as(rest.text()).isTrue();
        assertThat(caller.get("/quarantine?limit=200").status()).isEqualTo(200);
        assertThat(caller.get("/quarantine?state=LOST").status()).isEqualTo(400);
        assertThat(caller.get("/quarantine?business=bakery").status()).isEqualTo(400);
        assertThat(caller.get("/quarantine?colour=red").status()).isEqualTo(400);
    }

    @Test
    void shouldTryItAgainOnce() {
        final String id = waiting("cafe.payments", "retried");
        final String retry = "/quarantine/" + id + "/retry";
        final Reply done = caller.post(retry, "{'by':'ann'}", "Idempotency-Key", "retry-1", "Prefer", "wait=30");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.at("/state")).isEqualTo("RETRIED");
        assertThat(done.at("/by")).isEqualTo("ann");
        assertThat(caller.post(retry, "{'by':'ann'}", "Idempotency-Key", "retry-1")
                        .text())
                .isEqualTo(done.text());
        final Reply another = caller.post("/quarantine/" + id + "/discard", "", "Idempotency-Key", "retry-1");
        assertThat(another.at("/code")).as(another.text()).isEqualTo("KEY_REUSED");
        final Reply twice = caller.post(retry, "{}", "Prefer", "wait=30");
        assertThat(twice.status()).as(twice.text()).isEqualTo(409);
        assertThat(twice.at("/code")).isEqualTo("WRONG_STATE");
        assertThat(twice.at("/state")).isEqualTo("RETRIED");

        await("it is no better than before, and comes back")
                .atMost(SOON)
                .until(() -> caller.get("/quarantine?desk=retried&state=WAITING")
                                .json()
                                .at("/items")
                                .size()
                        == 1);
        final String back = caller.get("/quarantine?desk=retried&state=WAITING").at("/items/0/id");
        assertThat(caller.get("/quarantine/" + back).at("/retryOf")).isEqualTo(id);
        assertThat(caller.get("/quarantine/" + id).at("/acts/0/by")).isEqualTo("ann");
    }

    @Test
    void shouldLeaveItOut() {
        final String id = waiting("cafe.orders", "discarded");
        final Reply gone = caller.delete("/quarantine/" + id, "Prefer", "wait=30");
        assertThat(gone.status()).as(gone.text()).isEqualTo(204);
        assertThat(caller.get("/quarantine/" + id).at("/state")).isEqualTo("DISCARDED");
        assertThat(caller.delete("/quarantine/" + id, "Prefer", "wait=30").status())
                .isEqualTo(409);
        assertThat(caller.delete("/quarantine/cafe.orders-0-99999").status()).isEqualTo(404);
        assertThat(caller.post("/quarantine/" + id + "/retry", "{'colour':'red'}")
                        .status())
                .isEqualTo(400);
    }

    private String waiting(final String topic, final String desk) {
        final String id = vandal.write(topic, desk, RUBBISH);
        await(id)
                .atMost(SOON)
                .until(() -> caller.get("/quarantine/" + id).at("/state").equals("WAITING"));
        return id;
    }
}
