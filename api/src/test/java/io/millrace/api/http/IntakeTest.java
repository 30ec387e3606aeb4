package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent through forms, and asked of lists, is refused once, with all that is wrong with it. */
@ExtendWith(Running.class)
class IntakeTest {

    private final Caller caller;

    IntakeTest(final Caller caller) {
        this.caller = caller;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/rental/depots/strict/approvals/1 | {} | status,by",
                "/rental/depots/strict/approvals/1 | {'status':'MAYBE','foo':1} | status,by,foo",
                "/rental/depots/strict/approvals/1 | {'status':1,'by':'!'} | status,by",
                "/cafe/shops/strict/payments/1 | {'status':'FOO','x':1} | status,x",
                "/riders/zones/strict/deliveries/1 | {'status':'ELSEWHERE','rider':7} | status,rider",
                "/riders/zones/strict/deliveries/1 | {'status':'ELSEWHERE','rider':'HSI'} | status",
                "/riders/zones/strict/deliveries/1 | {} | status"
            })
    void shouldNameWhatIsWrongWhateverStatusWasMeant(final String path, final String body, final String fields) {
        assertThat(named(caller.patch(path, body))).containsExactlyInAnyOrder(fields.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'account':'a','kind':'GIVE','amount':'x','foo':1} | kind,amount,foo",
                "{'account':'a','kind':'GIVE','amount':7} | kind",
                "{'account':'A','amount':-1} | account,kind,amount",
                "{} | account,kind"
            })
    void shouldNameWhatIsWrongWhateverKindWasMeant(final String body, final String fields) {
        assertThat(named(caller.post("/bank/requests", body))).containsExactlyInAnyOrder(fields.split(","));
    }

    @Test
    void shouldNameTheFieldOfANumberWithoutEnd() {
        final String deposit = "{'account':'a','kind':'DEPOSIT','amount':%s}";
        for (final String amount : new String[] {"1".repeat(20), "1".repeat(60), "1".repeat(60_000), "1e999999999"}) {
            final Reply refused = caller.post("/bank/requests", deposit.formatted(amount));
            assertThat(named(refused)).containsExactly("amount");
            assertThat(refused.at("/detail")).isEqualTo("amount must be a whole number from 1 to 1000000000000");
        }
    }

    @Test
    void shouldSayWhatEachChoiceWouldHaveTaken() {
        final Reply refused = caller.post("/bank/requests", "{'account':'a','kind':'GIVE','amount':-1}");
        assertThat(refused.at("/detail"))
                .contains("a whole number from 0 to 1000000000000", "a whole number from 1 to 1000000000000");
    }

    @Test
    void shouldNameADeskAndAKeyTogetherWithTheBody() {
        assertThat(named(caller.post("/cafe/shops/BAD_ID/menu", "{}")))
                .containsExactlyInAnyOrder("shop", "item", "name", "price", "stock");
        assertThat(named(caller.post("/cafe/shops/BAD_ID/menu", "{'price':1}", "Idempotency-Key", "a b")))
                .containsExactlyInAnyOrder("Idempotency-Key", "shop", "item", "name", "stock");
        assertThat(named(caller.delete("/cafe/shops/BAD_ID/menu/latte"))).containsExactly("shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cafe/shops/strict/orders?limit=0&status=X&foo=1 | limit,status,foo",
                "/cafe/shops/BAD_ID/orders?after=%21&customer=%21&limit=1&limit=2 | shop,after,customer,limit",
                "/cafe/shops/strict/menu?at=noon&limit=x | at,limit",
                "/cafe/shops/BAD_ID/menu/latte?at=noon&limit=1 | shop,at,limit",
                "/cafe/shops/strict/sales?per=2h&limit=201&after=eA&x=1 | per,limit,after,x",
                "/rental/depots/strict/mis?limit=0 | limit",
                "/rental/depots/strict/mis?limit=201&after=2 | limit,after",
                "/rental/depots/BAD_ID/mis?limit=abc&after=%21&status=ORDERED | depot,limit,after,status",
                "/rental/employees/E1?limit=0&after=eA | limit,after",
                "/riders/riders/!?limit=201&x=1 | rider,limit,x",
                "/riders/restaurants/bistro?at=2026-01-31T09:00:00Z | at",
                "/cafe/customers/HSI?foo=1 | foo",
                "/coffeeshop/customers/HSI?limit=x&foo=1 | limit,foo",
                "/bank/customers/HSI?foo=1 | foo",
                "/audit?limit=0&x=1 | limit,x",
                "/quarantine?limit=0&state=LOST&after=%21&x=1 | limit,state,after,x"
            })
    void shouldNameAllThatAReadIsWronglyAsked(final String path, final String fields) {
        assertThat(named(caller.get(path))).containsExactlyInAnyOrder(fields.split(","));
    }

    private static Stream<String> named(final Reply refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("MALFORMED");
        return refused.json()
                .at("/errors")
                .valueStream()
                .map(it -> it.at("/field").asString());
    }
}
