package io.millrace.api.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Customer;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account's life over HTTP: what each request answers, and what it leaves behind. */
@ExtendWith(Running.class)
class BankLifeTest {

    private final Caller caller;
    private Customer kim;

    BankLifeTest(final Caller caller) {
        this.caller = caller;
        this.kim = new Customer(caller, "", "");
    }

    @BeforeEach
    void register() {
        kim = Customer.of(caller);
    }

    @Test
    void shouldOpenAnAccountWithAFirstDeposit() {
        final String account = Customer.free();
        final Reply opened = kim.request(account, "OPEN", 10_000);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.at("/account")).isEqualTo(account);
        assertThat(opened.at("/number")).isEqualTo("1");
        assertThat(opened.at("/kind")).isEqualTo("OPEN");
        assertThat(opened.at("/amount")).isEqualTo("10000");
        assertThat(opened.at("/balance")).isEqualTo("10000");
        assertThat(opened.at("/status")).isEqualTo("COMPLETED");
        assertThat(opened.at("/at")).isNotEmpty();
        assertThat(opened.at("/updatedAt")).isNotEmpty();
        assertThat(opened.at("/token")).isEqualTo(opened.token()).startsWith("bank/" + account + "@");
        final String location = opened.header("Location");
        assertThat(location).isEqualTo("/bank/accounts/" + account + "/requests/1");
        assertThat(kim.after(opened, location).json()).isEqualTo(opened.json());
    }

    @Test
    void shouldShowTheAccount() {
        final String account = kim.account(500);
        final Reply shown = kim.after(kim.request(account, "DEPOSIT", 250), accounts(account));
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.at("/account")).isEqualTo(account);
        assertThat(shown.at("/owner")).isEqualTo(kim.id());
        assertThat(shown.at("/status")).isEqualTo("Use");
        assertThat(shown.at("/balance")).isEqualTo("750");
        assertThat(shown.at("/openedAt")).isNotEmpty();
        assertThat(shown.at("/token")).isEqualTo(shown.token());
    }

    @Test
    void shouldOpenAnAccountWithNothingInIt() {
        final Reply left = kim.request(Customer.free(), "OPEN");
        final Reply nothing = kim.request(Customer.free(), "OPEN", 0);
        assertThat(left.status()).as(left.text()).isEqualTo(201);
        assertThat(nothing.status()).as(nothing.text()).isEqualTo(201);
        assertThat(left.at("/balance")).isEqualTo("0");
        assertThat(nothing.at("/amount")).isEqualTo("0");
    }

    @Test
    void shouldNumberRequestsWithoutGapsThoughSomeAreRefused() {
        final String account = kim.account(100);
        assertThat(kim.request(account, "WITHDRAW", 101).status()).isEqualTo(422);
        final Reply withdrawn = kim.request(account, "WITHDRAW", 40);
        assertThat(withdrawn.at("/number")).isEqualTo("2");
        assertThat(withdrawn.at("/balance")).isEqualTo("60");
        final Reply balance = kim.request(account, "BALANCE");
        assertThat(balance.status()).as(balance.text()).isEqualTo(201);
        assertThat(balance.at("/number")).isEqualTo("3");
        assertThat(balance.at("/balance")).isEqualTo("60");
        assertThat(balance.at("/kind")).isEqualTo("BALANCE");
    }

    @Test
    void shouldAnswerAHistoryRequestWithItsEntries() {
        final String account = kim.account(100);
        kim.request(account, "WITHDRAW", 30);
        final Reply history = kim.request(account, "HISTORY");
        assertThat(history.status()).as(history.text()).isEqualTo(201);
        assertThat(history.at("/balance")).isEqualTo("70");
        assertThat(history.json().at("/entries").size()).isEqualTo(2);
        assertThat(history.at("/entries/0/kind")).as("newest first").isEqualTo("WITHDRAW");
        assertThat(history.at("/entries/0/balance")).isEqualTo("70");
        assertThat(history.at("/entries/1/kind")).isEqualTo("DEPOSIT");
        assertThat(history.at("/entries/1/amount")).isEqualTo("100");
    }

    @Test
    void shouldListRequestsAndHistoryNewestFirstAndByKind() {
        final String account = kim.account(100);
        kim.request(account, "DEPOSIT", 5);
        final Reply last = kim.request(account, "WITHDRAW", 50);
        final Reply requests = kim.after(last, accounts(account) + "/requests");
        assertThat(requests.json().at("/items").size()).isEqualTo(3);
        assertThat(requests.at("/items/0/kind")).isEqualTo("WITHDRAW");
        final Reply deposits = kim.get(accounts(account) + "/history?kind=DEPOSIT");
        assertThat(deposits.json().at("/items").size()).isEqualTo(2);
        assertThat(deposits.at("/items/0/balance")).isEqualTo("105");
        assertThat(kim.get(accounts(account) + "/history?kind=GIFT").status()).isEqualTo(400);
        final Reply why = kim.get(accounts(account) + "/requests/3/why");
        assertThat(why.at("/event")).isEqualTo("Withdrawn");
        assertThat(why.at("/actor")).isEqualTo(kim.id());
        assertThat(kim.get(accounts(account) + "/why").at("/event")).isEqualTo("Withdrawn");
        assertThat(kim.get(accounts(account) + "/history/3/why").status()).isEqualTo(200);
    }

    @Test
    void shouldCloseAnEmptyAccountAndKeepItsPastForItsOwner() {
        final String account = kim.account(70);
        kim.request(account, "WITHDRAW", 70);
        final Reply closed = kim.request(account, "CLOSE");
        assertThat(closed.status()).as(closed.text()).isEqualTo(201);
        assertThat(closed.at("/kind")).isEqualTo("CLOSE");
        final Reply gone = kim.after(closed, accounts(account));
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.at("/code")).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(kim.get(closed.header("Location")).status()).isEqualTo(200);
        assertThat(kim.after(closed, page(kim)).json().at("/accounts").size()).isZero();
        assertThat(kim.request(account, "OPEN", 5).status())
                .as("opens again for who had it")
                .isEqualTo(201);
    }

    @Test
    void shouldShowTheCustomerTheirAccountsAndWhatTheyAskedLast() {
        final String account = kim.account(300);
        final Reply mine = kim.after(kim.request(account, "DEPOSIT", 20), page(kim));
        assertThat(mine.status()).as(mine.text()).isEqualTo(200);
        assertThat(mine.at("/customer")).isEqualTo(kim.id());
        assertThat(mine.at("/accounts/0/account")).isEqualTo(account);
        assertThat(mine.at("/accounts/0/balance")).isEqualTo("320");
        assertThat(mine.at("/lastRequest/kind")).isEqualTo("DEPOSIT");
        assertThat(mine.at("/lastRequest/amount")).isEqualTo("20");
        assertThat(mine.at("/lastRequest/status")).isEqualTo("RequestCompleted");
    }

    @Test
    void shouldShowTheCustomerWhatWasRefusedAndWhy() {
        final String account = kim.account(300);
        final Reply refused = kim.request(account, "WITHDRAW", 301);
        final Reply mine = kim.after(refused, page(kim));
        assertThat(mine.at("/lastRequest/status")).isEqualTo("RequestCancelled");
        assertThat(mine.at("/lastRequest/kind")).isEqualTo("WITHDRAW");
        assertThat(mine.at("/lastRequest/amount")).isEqualTo("301");
        assertThat(mine.at("/lastRequest/code")).isEqualTo("NOT_SUFFICIENT");
        assertThat(mine.at("/lastRequest/message")).isEqualTo(refused.at("/detail"));
        assertThat(mine.at("/accounts/0/balance")).isEqualTo("300");
        assertThat(kim.after(refused, accounts(account) + "/requests/2").status())
                .as("it left no request behind")
                .isEqualTo(404);
    }

    @Test
    void shouldShowAsManyAccountsAsAreAskedFor() {
        kim.account(1);
        final Reply asked = kim.request(kim.account(2), "BALANCE");
        assertThat(kim.after(asked, page(kim)).json().at("/accounts").size()).isGreaterThan(1);
        assertThat(kim.after(asked, page(kim) + "?limit=1")
                        .json()
                        .at("/accounts")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void shouldLetASessionReadEverything() {
        final String account = kim.account(300);
        final String[] session = kim.session();
        for (final String path : new String[] {
            accounts(account), accounts(account) + "/requests", accounts(account) + "/history", page(kim)
        }) {
            final Reply read = caller.get(path, session);
            assertThat(read.status()).as(path + ": " + read.text()).isEqualTo(200);
        }
        for (final String kind : new String[] {"BALANCE", "HISTORY"}) {
            final Reply asked =
                    caller.post("/bank/requests", "{'account':'%s','kind':'%s'}".formatted(account, kind), session);
            assertThat(asked.status()).as(asked.text()).isEqualTo(201);
            assertThat(asked.at("/balance")).isEqualTo("300");
        }
    }

    private static String accounts(final String account) {
        return "/bank/accounts/" + account;
    }

    private static String page(final Customer customer) {
        return "/bank/customers/" + customer.id();
    }
}
