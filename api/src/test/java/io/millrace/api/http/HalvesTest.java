package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Person;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a character, as an escape can spell it, is no text anywhere; nothing is written that reads otherwise later. */
@ExtendWith(Running.class)
class HalvesTest {

    private final Caller caller;

    HalvesTest(final Caller caller) {
        this.caller = caller;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /cafe/shops/halves/menu | {'item':'latte','name':'\\ud800','price':1,'stock':1} | name",
                "POST | /cafe/shops/halves/menu | {'item':'latte','name':'La\\ude00tte','price':1,'stock':1} | name",
                "POST | /cafe/shops/halves/menu | {'item':'\\ud800','name':'L','price':1,'stock':1} | item",
                "PUT | /cafe/shops/halves | {'name':'\\udc00\\ud800','dispatch':'\\ud800'} | name,dispatch",
                "POST | /cafe/shops/halves/orders | {'customer':'HSI','type':'TAKEOUT','lines':[{'item':'\\ud800','quantity':1}]}"
                        + " | lines[0].item",
                "POST | /riders/zones/halves/deliveries | {'restaurant':'r','destination':'\\ud83d!','cost':1} | destination",
                "POST | /bank/requests | {'account':'\\ud800','kind':'\\ud800'} | account,kind",
                "POST | /people | {'id':'halves','name':'\\ud800','password':'open \\ud800sesame'} | name,password",
                "POST | /people/sessions | {'id':'\\ud800','password':'\\ud800'} | id,password",
                "PUT | /people/admin/roles | {'cafe/gangnam':['\\ud800x']} | cafe/gangnam"
            })
    void shouldNameTheFieldWithHalfACharacter(
            final String verb, final String path, final String body, final String fields) {
        final Reply refused = caller.sendJson(verb, path, body, "Authorization", Person.admin());
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(it -> it.at("/field").asString())
                        .distinct())
                .containsExactlyInAnyOrder(fields.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'\\ud800':1}", "{'item':1,'a\\udc00':1}"})
    void shouldRefuseNamesOfFieldsWithHalfACharacter(final String body) {
        for (final String path : new String[] {"/cafe/shops/halves/menu", "/people"}) {
            assertThat(caller.post(path, body).status()).isEqualTo(400);
        }
        assertThat(caller.put("/people/admin/roles", body, "Authorization", Person.admin())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldKeepWholeCharactersHoweverTheyAreSpelled() {
        final Reply made = caller.post(
                "/cafe/shops/wholes/menu", "{'item':'latte','name':'\\ud83d\\ude00 Latte 😀','price':1,'stock':1}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(caller.get("/cafe/shops/wholes/menu/latte").at("/name")).isEqualTo("😀 Latte 😀");
    }
}
