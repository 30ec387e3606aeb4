package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import io.millrace.api.kit.WholeProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registering, signing in and out, and being given roles. */
@ExtendWith(Running.class)
class PeopleLifeTest {

    private static final String AUTHORIZATION = "Authorization";
    private static final String CURRENT = "/people/sessions/current";
    private static final String PASSWORD = "correct horse";

    private final Caller caller;

    PeopleLifeTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldTellWhoDidItWhereNobodyHasToSay() {
        register("Life.Known", "k-known", PASSWORD, "Known");
        final String session = "Bearer " + signIn("Life.Known", PASSWORD).at("/token");
        assertThat(whoMade("known", session).at("/actor")).isEqualTo("Life.Known");
        assertThat(whoMade("stale", "Bearer nonsense").json().has("actor")).isFalse();
    }

    private Reply whoMade(final String item, final String authorization) {
        final String menu = "/cafe/shops/life/menu";
        final String body = "{'item':'%s','name':'Latte','price':5,'stock':1}".formatted(item);
        final Reply made = caller.post(menu, body, AUTHORIZATION, authorization);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return caller.get(menu + "/" + item + "/why", "Journal-Token", made.token());
    }

    @Test
    void shouldRegisterSomebodyWhoCanSignInAtOnce() {
        final Reply registered = register("Life.Ann", "k1", PASSWORD, "Ann");
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(registered.header("Location")).isEqualTo("/people/Life.Ann");
        assertThat(registered.at("/id")).isEqualTo("Life.Ann");
        assertThat(registered.at("/name")).isEqualTo("Ann");
        assertThat(registered.json().at("/roles").isEmpty()).isTrue();
        assertThat(registered.at("/token")).isEqualTo("people/Life.Ann@1");
        assertThat(registered.at("/registeredAt")).isEqualTo(registered.at("/updatedAt"));
        assertThat(signIn("Life.Ann", PASSWORD).status()).isEqualTo(201);
        final Reply page = caller.get("/people/Life.Ann", "Journal-Token", registered.token());
        assertThat(page.text()).isEqualTo(registered.text());
        assertThat(caller.get("/people/Life.Ann/why").at("/event")).isEqualTo("PersonRegistered");
        assertThat(caller.get(registered.header("Location") + "/registration").status())
                .isEqualTo(404);
        assertThat(caller.get("/people/Life.Nobody").at("/code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void shouldAnswerTheSameRegistrationTheSameWay() {
        final Reply first = register("twice", "k1", PASSWORD, "Ann");
        final Reply again = register("twice", "k1", PASSWORD, "Ann");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(register("twice", "k1", PASSWORD, "Bob").at("/code")).isEqualTo("KEY_REUSED");
        final Reply another = register("twice", "k1", "another horse", "Ann");
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.at("/code")).isEqualTo("KEY_REUSED");
        final Reply taken = register("twice", "k2", "another horse", "Bob");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("/code")).isEqualTo("PERSON_EXISTS");
        assertThat(register("twice", "k2", "another horse", "Bob").text()).isEqualTo(taken.text());
        assertThat(signIn("twice", "another horse").status()).isEqualTo(401);
        assertThat(signIn("twice", PASSWORD).status()).isEqualTo(201);
        assertThat(caller.get("/receipts/people/twice/k1").at("/status")).isEqualTo("201");
    }

    @Test
    void shouldRegisterOnceWhatComesManyTimesAtOnce() {
        final List<CompletableFuture<Reply>> replies = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                replies.add(CompletableFuture.supplyAsync(() -> register("at-once", "k", PASSWORD, "Ann"), threads));
            }
        }
        assertThat(replies.stream().map(CompletableFuture::join).map(Reply::toString))
                .containsOnly(replies.getFirst().join().toString());
        assertThat(replies.getFirst().join().status()).isEqualTo(201);
        assertThat(signIn("at-once", PASSWORD).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | id,name,password",
                "{'id':'a b','name':'','password':'short'} | id,name,password",
                "{'id':1,'name':[],'password':12345678} | id,name,password",
                "{'id':'a','name':'A','password':'12345678','admin':true} | admin"
            })
    void shouldNameEveryFieldThatIsWrong(final String body, final String fields) {
        final Reply refused = caller.post("/people", body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(it -> it.at("/field").asString()))
                .containsExactlyInAnyOrder(fields.split(","));
    }

    @Test
    void shouldSignInByTokenOrByCookieUntilSignedOut() {
        register("session", "k", PASSWORD, "Ann");
        final Reply begun = signIn("session", PASSWORD);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        final String cookie = begun.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
        final String bearer = "Bearer " + begun.at("/token");
        final String jar = cookie.substring(0, cookie.indexOf(';'));

        final Reply who = caller.get(CURRENT, AUTHORIZATION, bearer);
        assertThat(who.status()).as(who.text()).isEqualTo(200);
        assertThat(who.at("/id")).isEqualTo("session");
        assertThat(who.at("/name")).isEqualTo("Ann");
        assertThat(who.at("/expiresAt")).isEqualTo(begun.at("/expiresAt"));
        assertThat(caller.get(CURRENT, "Cookie", jar).text()).isEqualTo(who.text());
        final String another = "Bearer " + signIn("session", PASSWORD).at("/token");

        final Reply ended = caller.delete(CURRENT, "Cookie", jar, "Idempotency-Key", "end");
        assertThat(ended.status()).as(ended.text()).isEqualTo(204);
        assertThat(ended.header("Set-Cookie")).contains("millrace-session=;", "Expires=Thu, 01 Jan 1970");
        assertThat(caller.get(CURRENT, AUTHORIZATION, bearer).status()).isEqualTo(401);
        assertThat(caller.get(CURRENT, "Cookie", jar).at("/code")).isEqualTo("AUTHENTICATION_FAILED");
        assertThat(caller.delete(CURRENT, "Cookie", jar, "Idempotency-Key", "end")
                        .status())
                .isEqualTo(204);
        assertThat(caller.get(CURRENT, AUTHORIZATION, another).status())
                .as("only that one")
                .isEqualTo(200);
        assertThat(caller.delete(CURRENT).status()).isEqualTo(401);
    }

    @Test
    void shouldSayTheSameOfAWrongPasswordAndOfNobody() {
        register("wrong", "k", PASSWORD, "Ann");
        final Reply wrong = signIn("wrong", "incorrect horse");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.at("/code")).isEqualTo("AUTHENTICATION_FAILED");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(signIn("nobody-at-all", "incorrect horse").text()).isEqualTo(wrong.text());
        assertThat(signIn("not a person!", "incorrect horse").text()).isEqualTo(wrong.text());
        assertThat(signIn("wrong", PASSWORD).status()).as("at once").isEqualTo(201);
    }

    @Test
    void shouldSlowDownWhoGuesses() {
        register("guessed", "k", PASSWORD, "Ann");
        for (int i = 0; i < 11; i++) {
            assertThat(signIn("guessed", "incorrect horse " + i).status()).isEqualTo(401);
        }
        final Reply told = signIn("guessed", PASSWORD);
        assertThat(told.status()).isEqualTo(429);
        assertThat(told.header("Retry-After")).isEqualTo("1");
        assertThat(told.at("/code")).isEqualTo("TOO_MANY_ATTEMPTS");
    }

    @Test
    void shouldLetAnAdminGiveRolesAndNobodyElse() {
        register("rolled", "k", PASSWORD, "Ann");
        final String admin = Caller.basic(WholeProcess.ADMIN.id(), WholeProcess.ADMIN.password());
        final String owner = "{'cafe/gangnam':['owner','barista']}";
        assertThat(caller.put("/people/rolled/roles", owner).status()).isEqualTo(401);
        final Reply own = caller.put("/people/rolled/roles", owner, AUTHORIZATION, Caller.basic("rolled", PASSWORD));
        assertThat(own.status()).isEqualTo(403);
        final Reply given = caller.put("/people/rolled/roles", owner, AUTHORIZATION, admin);
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.at("/roles/cafe~1gangnam/0")).isEqualTo("owner");
        final Reply why = caller.get("/people/rolled/why", "Journal-Token", given.token());
        assertThat(why.at("/actor")).isEqualTo(WholeProcess.ADMIN.id());

        final Reply malformed = caller.put(
                "/people/rolled/roles",
                "{'cafe/gangnam':['boss'],'nowhere/x':['owner'],'riders/z':'rider'}",
                AUTHORIZATION,
                admin);
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.at("/detail")).contains("riders/z");
        final Reply unknown = caller.put("/people/rolled/roles", "{'cafe/gangnam':['boss']}", AUTHORIZATION, admin);
        assertThat(unknown.at("/detail")).contains("cafe/gangnam", "boss", "barista, cashier, owner, rider");
        assertThat(caller.put("/people/nobody/roles", owner, AUTHORIZATION, admin)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shouldTellNobodyLiveWhatHappensToPeople() {
        assertThat(caller.get("/events?business=people&desk=admin").status()).isEqualTo(404);
    }

    private Reply register(final String id, final String key, final String password, final String name) {
        return caller.post(
                "/people",
                "{'id':'" + id + "','name':'" + name + "','password':'" + password + "'}",
                "Idempotency-Key",
                key);
    }

    private Reply signIn(final String id, final String password) {
        return caller.post("/people/sessions", "{'id':'" + id + "','password':'" + password + "'}");
    }
}
