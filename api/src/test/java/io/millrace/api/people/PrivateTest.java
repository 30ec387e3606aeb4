package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A private business, the bank, by its door: who gets in, and who doesn't. */
@ExtendWith(Running.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateTest {

    private static final String AUTHORIZATION = "Authorization";
    private static final String ANN = Caller.basic("door.ann", "ann's password");
    private static final String BOB = Caller.basic("door.bob", "bob's password");
    private static final String OPEN = "{'account':'door-1','kind':'OPEN','amount':500}";
    private static final String ACCOUNT = "/bank/accounts/door-1";

    private final Caller caller;

    PrivateTest(final Caller caller) {
        this.caller = caller;
    }

    @BeforeAll
    void open() {
        for (final String who : new String[] {"ann", "bob"}) {
            caller.post("/people", "{'id':'door." + who + "','name':'A','password':'" + who + "\\u0027s password'}");
        }
        final Reply opened = caller.post("/bank/requests", OPEN, AUTHORIZATION, ANN, "Idempotency-Key", "open");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(caller.get(ACCOUNT, AUTHORIZATION, ANN, "Journal-Token", opened.token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldAskForConfirmationEachTime() {
        final String deposit = "{'account':'door-1','kind':'DEPOSIT','amount':1}";
        final String session = "Bearer " + session("ann");
        assertThat(caller.post("/bank/requests", deposit, AUTHORIZATION, ANN).status())
                .isEqualTo(201);
        for (final String wrong : new String[] {
            "", session, "Basic", "Basic !", "Basic eA==", Caller.basic("door.ann", "no"), Caller.basic("x", "y")
        }) {
            final Reply refused = caller.post("/bank/requests", deposit, AUTHORIZATION, wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(401);
            assertThat(refused.at("/code")).isEqualTo("AUTHENTICATION_FAILED");
        }
        final String ask = "{'account':'door-1','kind':'BALANCE'}";
        assertThat(caller.post("/bank/requests", ask, AUTHORIZATION, session).status())
                .as("asking changes nothing")
                .isEqualTo(201);
        assertThat(caller.post("/bank/requests", deposit, AUTHORIZATION, BOB).status())
                .isEqualTo(403);
    }

    @Test
    void shouldShowAnAccountToItsOwnerOnly() {
        final String cookie = "millrace-session=" + session("ann");
        for (final String page : new String[] {
            ACCOUNT,
            ACCOUNT + "/why",
            ACCOUNT + "/requests",
            ACCOUNT + "/requests/1",
            ACCOUNT + "/history",
            "/bank/customers/door.ann",
            "/receipts/bank/door-1/open"
        }) {
            assertThat(caller.get(page, AUTHORIZATION, ANN).status()).as(page).isEqualTo(200);
            assertThat(caller.get(page, "Cookie", cookie).status()).as(page).isEqualTo(200);
            assertThat(caller.get(page, AUTHORIZATION, BOB).status()).as(page).isEqualTo(403);
            assertThat(caller.get(page).status()).as(page).isEqualTo(401);
            assertThat(caller.get(page).text()).as(page).doesNotContain("500");
        }
        assertThat(caller.get("/bank/accounts/door-9", AUTHORIZATION, ANN).at("/code"))
                .isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(caller.get("/events?business=bank&desk=door-1").status()).isEqualTo(401);
        assertThat(caller.get("/events?business=bank&person=door.ann", AUTHORIZATION, BOB)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void shouldNotAskBrowsersForAPasswordInTheirOwnWindow() {
        assertThat(caller.get(ACCOUNT).header("WWW-Authenticate")).startsWith("Basic");
        assertThat(caller.get(ACCOUNT, "X-Requested-With", "page").header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    private String session(final String who) {
        return caller.post("/people/sessions", "{'id':'door." + who + "','password':'" + who + "\\u0027s password'}")
                .at("/token");
    }
}
