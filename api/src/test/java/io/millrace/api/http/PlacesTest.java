package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Customer;
import io.millrace.api.kit.Person;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer to a write tells a place in the journal, as soon as it is known whose journal. */
@ExtendWith(Running.class)
class PlacesTest {

    private static final String KEY = "Idempotency-Key";
    private static final String AUTHORIZATION = "Authorization";
    private static final String CURRENT = "/people/sessions/current";

    private final Caller caller;

    PlacesTest(final Caller caller) {
        this.caller = caller;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/bank/requests | {'account':'placed','kind':'GIVE','amount':'x'} | 400 | bank/placed@0",
                "/bank/requests | {'account':'placed'} | 400 | bank/placed@0",
                "/bank/requests | {'account':'placed','kind':'DEPOSIT','amount':1} | 401 | bank/placed@0",
                "/bank/transfers | {'from':'placed','to':'NO ID'} | 400 | bank/placed@0",
                "/bank/requests | {'account':'NO ID','kind':'OPEN'} | 400 | ''",
                "/bank/requests | {'kind':'OPEN'} | 400 | ''",
                "/people | {'id':'Placed.1','name':''} | 400 | people/Placed.1@0",
                "/people | {'id':'not one','name':'N'} | 400 | ''",
                "/people/sessions | {'id':'Placed.1','password':'not theirs'} | 401 | people/Placed.1@0",
                "/people/sessions | {'id':'Placed.1'} | 400 | people/Placed.1@0",
                "/people/sessions | {'id':'not one','password':'not theirs'} | 401 | ''"
            })
    void shouldTellThePlaceOfTheDeskThatABodyNames(
            final String path, final String body, final int status, final String place) {
        final Reply refused = caller.post(path, body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.token()).isEqualTo(place);
    }

    @Test
    void shouldTellThePlaceAlsoIfTheKeyIsWrong() {
        assertThat(caller.post("/bank/requests", "{'account':'placed','kind':'OPEN','amount':0}", KEY, "a b")
                        .token())
                .isEqualTo("bank/placed@0");
        assertThat(caller.put("/people/Placed.2/roles", "{}", KEY, "a b").token())
                .isEqualTo("people/Placed.2@0");
    }

    @Test
    void shouldNotTellHowFarAPrivateDeskIs() {
        final String account = Customer.of(caller).account(100);
        assertThat(caller.post("/bank/requests", "{'account':'%s','kind':'GIVE'}".formatted(account))
                        .token())
                .isEqualTo("bank/" + account + "@0");
    }

    @Test
    void shouldTellThePlaceOfThePersonWhoeverIsRefused() {
        final Person ann = Person.of(caller, "Placed.Ann");
        final String roles = "/people/Placed.Ann/roles";
        final String place = "people/Placed.Ann@0";
        assertThat(caller.put(roles, "{}").token()).as("401").isEqualTo(place);
        assertThat(ann.put(roles, "{}").token()).as("403").isEqualTo(place);
        assertThat(caller.put(roles, "{'x':1}").token()).as("400").isEqualTo(place);
        assertThat(caller.put("/people/not%20one/roles", "{}").token()).isEmpty();

        final Reply begun =
                caller.post("/people/sessions", "{'id':'Placed.Ann','password':'%s'}".formatted(Person.PASSWORD));
        final String session = "Bearer " + begun.at("/token");
        assertThat(caller.delete(CURRENT, AUTHORIZATION, session, KEY, "a b").token())
                .as("400")
                .isEqualTo(place);
        assertThat(caller.delete(CURRENT).token()).as("nobody's").isEmpty();
    }

    @Test
    void shouldTellThePlaceOfWhatIsNotAnsweredInTime() {
        final Reply later =
                caller.post("/people", "{'id':'Placed.Late','name':'L','password':'open sesame'}", "Prefer", "wait=0");
        assertThat(later.status()).as(later.text()).isEqualTo(202);
        assertThat(later.token()).isEqualTo("people/Placed.Late@0");
    }

    @Test
    void shouldNameAllThatIsWrongWithRoles() {
        final Reply refused = caller.put("/people/not%20one/roles", "{'x':1,'cafe/a':['king']}", KEY, "a b");
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(it -> it.at("/field").asString())
                        .distinct())
                .containsExactlyInAnyOrder("id", KEY, "x", "cafe/a");
    }
}
