package io.millrace.api.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Customer;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every refusal of the bank's: its code, its status, and that nothing came of it. */
@ExtendWith(Running.class)
class BankRefusalTest {

    private final Caller caller;
    private Customer kim;

    BankRefusalTest(final Caller caller) {
        this.caller = caller;
        this.kim = new Customer(caller, "", "");
    }

    @BeforeEach
    void register() {
        kim = Customer.of(caller);
    }

    @Test
    void shouldNotOpenAnAccountTwice() {
        final String account = kim.account(1);
        refused(kim.request(account, "OPEN", 5), 409, "ACCOUNT_EXISTS");
        refused(Customer.of(caller).request(account, "OPEN", 5), 409, "ACCOUNT_EXISTS");
    }

    @Test
    void shouldNotCloseAnAccountWithMoneyInIt() {
        final Reply refused = kim.request(kim.account(1), "CLOSE");
        refused(refused, 409, "BALANCE_REMAINING");
        assertThat(refused.at("/balance")).isEqualTo("1");
    }

    @Test
    void shouldNotPayOutWhatIsNotThere() {
        final Reply refused = kim.request(kim.account(10), "WITHDRAW", 11);
        refused(refused, 422, "NOT_SUFFICIENT");
        assertThat(refused.at("/balance")).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "DEPOSIT", "WITHDRAW", "BALANCE", "HISTORY"})
    void shouldKnowOfNoAccountThatWasNeverOpenedOrIsClosed(final String kind) {
        final String closed = kim.account(0);
        assertThat(kim.request(closed, "CLOSE").status()).isEqualTo(201);
        for (final String account : new String[] {Customer.free(), closed}) {
            final Reply refused = kind.equals("DEPOSIT") || kind.equals("WITHDRAW")
                    ? kim.request(account, kind, 5)
                    : kim.request(account, kind);
            refused(refused, 404, "ACCOUNT_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/why", "/requests", "/requests/1", "/history", "/history/1", "/transfers"})
    void shouldShowNothingOfAnAccountThatNeverWas(final String page) {
        refused(kim.get("/bank/accounts/" + Customer.free() + page), 404, "ACCOUNT_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "DEPOSIT", "WITHDRAW", "BALANCE", "HISTORY"})
    void shouldLetNobodyButTheOwnerIn(final String kind) {
        final String account = kim.account(0);
        final Customer lee = Customer.of(caller);
        final Reply refused = kind.equals("DEPOSIT") || kind.equals("WITHDRAW")
                ? lee.request(account, kind, 5)
                : lee.request(account, kind);
        refused(refused, 403, "NOT_YOURS");
        assertThat(kim.request(account, "BALANCE").at("/number"))
                .as("it took no number")
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/why", "/requests", "/requests/1", "/requests/1/why", "/history", "/transfers"})
    void shouldShowNothingToAnybodyElse(final String page) {
        final Reply opened = kim.request(Customer.free(), "OPEN", 7);
        final String path = "/bank/accounts/" + opened.at("/account") + page;
        final Customer lee = Customer.of(caller);
        assertThat(kim.after(opened, path).status()).isEqualTo(200);
        refused(lee.after(opened, path), 403, "NOT_YOURS");
        refused(caller.get(path, lee.session()), 403, "NOT_YOURS");
        refused(caller.get(path), 401, "AUTHENTICATION_FAILED");
    }

    @Test
    void shouldShowNobodyElsesPage() {
        final Customer lee = Customer.of(caller);
        refused(lee.get("/bank/customers/" + kim.id()), 403, "NOT_YOURS");
        refused(caller.get("/bank/customers/" + kim.id()), 401, "AUTHENTICATION_FAILED");
    }

    @Test
    void shouldKeepNothingOfWhoCouldNotProveWhoTheyAre() {
        final String account = kim.account(100);
        final Reply before = kim.after(kim.request(account, "BALANCE"), "/bank/accounts/" + account + "/requests");
        final String deposit = "{'account':'%s','kind':'DEPOSIT','amount':5}".formatted(account);
        refused(caller.post("/bank/requests", deposit), 401, "AUTHENTICATION_FAILED");
        refused(basic(deposit, kim.id(), "wrong word"), 401, "AUTHENTICATION_FAILED");
        refused(basic(deposit, "nobody-" + account, kim.password()), 401, "AUTHENTICATION_FAILED");
        refused(caller.post("/bank/requests", deposit, "Authorization", "Basic ?"), 401, "AUTHENTICATION_FAILED");
        final Reply page = kim.after(kim.request(account, "BALANCE"), "/bank/customers/" + kim.id());
        assertThat(page.at("/accounts/0/balance")).isEqualTo("100");
        assertThat(page.at("/lastRequest/status")).isEqualTo("RequestCompleted");
        final String next = kim.get("/bank/accounts/" + account + "/requests").at("/items/0/number");
        assertThat(Long.parseLong(next)).isEqualTo(Long.parseLong(before.at("/items/0/number")) + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CLOSE", "DEPOSIT", "WITHDRAW"})
    void shouldNotTakeASessionForAConfirmation(final String kind) {
        final String account = kind.equals("OPEN") ? Customer.free() : kim.account(0);
        final String amount = kind.equals("CLOSE") ? "" : ",'amount':5";
        final String body = "{'account':'%s','kind':'%s'%s}".formatted(account, kind, amount);
        refused(caller.post("/bank/requests", body, kim.session()), 401, "AUTHENTICATION_FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'account':'A!','kind':'OPEN'} | account",
                "{'kind':'OPEN'} | account",
                "{'account':7,'kind':'OPEN'} | account",
                "{'account':null,'kind':'OPEN'} | account",
                "{'account':'a'} | kind",
                "{'account':'a','kind':'GIVE','amount':5} | kind",
                "{'account':'a','kind':'TRANSFER','amount':5} | kind",
                "{'account':'a','kind':7,'amount':5} | kind",
                "{} | account,kind",
                "{'account':'a','kind':'DEPOSIT'} | amount",
                "{'account':'a','kind':'WITHDRAW'} | amount",
                "{'account':'a','kind':'DEPOSIT','amount':0} | amount",
                "{'account':'a','kind':'DEPOSIT','amount':-5} | amount",
                "{'account':'a','kind':'DEPOSIT','amount':1.5} | amount",
                "{'account':'a','kind':'DEPOSIT','amount':'5'} | amount",
                "{'account':'a','kind':'DEPOSIT','amount':1000000000001} | amount",
                "{'account':'a','kind':'DEPOSIT','amount':99999999999999999999} | amount",
                "{'account':'a','kind':'OPEN','amount':-1} | amount",
                "{'account':'a','kind':'CLOSE','amount':5} | amount",
                "{'account':'a','kind':'BALANCE','amount':5} | amount",
                "{'account':'a','kind':'HISTORY','amount':5} | amount",
                "{'account':'A!','kind':'DEPOSIT','amount':0,'note':'x'} | account,amount,note"
            })
    void shouldNameEveryFieldThatIsWrong(final String body, final String fields) {
        malformed(kim.post("/bank/requests", body), fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "null"})
    void shouldBearAnAmountOfNothingWhereNoneIsAskedFor(final String nothing) {
        final String account = kim.account(0);
        for (final String kind : new String[] {"BALANCE", "HISTORY", "CLOSE"}) {
            final Reply done = kim.post(
                    "/bank/requests", "{'account':'%s','kind':'%s','amount':%s}".formatted(account, kind, nothing));
            assertThat(done.status()).as(done.text()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | from,to,amount",
                "{'from':'a','to':'B!','amount':0} | to,amount",
                "{'from':'a','to':'b','amount':1,'account':'a'} | account"
            })
    void shouldNameEveryFieldOfATransferThatIsWrong(final String body, final String fields) {
        malformed(kim.post("/bank/transfers", body), fields);
    }

    @Test
    void shouldTakeNothingAtAddressesThatOnlyShow() {
        final Reply wrong = kim.post("/bank/accounts/a/requests", "{'kind':'OPEN'}");
        assertThat(wrong.status()).as(wrong.text()).isEqualTo(405);
        assertThat(kim.get("/bank/requests").status()).isEqualTo(405);
    }

    private Reply basic(final String body, final String id, final String password) {
        return caller.post("/bank/requests", body, "Authorization", Customer.basic(id, password));
    }

    private static void malformed(final Reply reply, final String fields) {
        refused(reply, 400, "MALFORMED");
        assertThat(reply.json()
                        .at("/errors")
                        .valueStream()
                        .map(it -> it.get("field"))
                        .map(JsonNode::asString))
                .as(reply.text())
                .containsExactlyInAnyOrder(fields.split(","));
    }

    private static void refused(final Reply reply, final int status, final String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.at("/code")).isEqualTo(code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
