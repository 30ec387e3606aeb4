package io.millrace.api.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Customer;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transfers over HTTP: money leaves at once, and arrives or comes back by itself. */
@ExtendWith(Running.class)
class BankTransferTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Caller caller;
    private Customer kim;
    private Customer lee;

    BankTransferTest(final Caller caller) {
        this.caller = caller;
        this.kim = new Customer(caller, "", "");
        this.lee = kim;
    }

    @BeforeEach
    void register() {
        kim = Customer.of(caller);
        lee = Customer.of(caller);
    }

    @Test
    void shouldLeaveAtOnceAndArrive() {
        final String from = kim.account(1_000);
        final String to = lee.account(0);
        final Reply sent = kim.transfer(from, to, 300);
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        assertThat(sent.header("Location")).isEqualTo("/bank/transfers/" + from + "/1");
        assertThat(sent.at("/status")).isEqualTo("PENDING");
        assertThat(sent.at("/from")).isEqualTo(from);
        assertThat(sent.at("/to")).isEqualTo(to);
        assertThat(sent.at("/amount")).isEqualTo("300");
        assertThat(kim.after(sent, "/bank/accounts/" + from).at("/balance")).isEqualTo("700");
        becomes(sent, "COMPLETED");
        await().atMost(SOON)
                .until(() -> lee.get("/bank/accounts/" + to).at("/balance").equals("300"));
        assertThat(kim.get("/bank/accounts/" + from).at("/pending")).isEqualTo("0");
        assertThat(lee.get("/bank/accounts/" + to + "/history").at("/items/0/kind"))
                .isEqualTo("TRANSFER_IN");
        assertThat(kim.get("/bank/accounts/" + from + "/history").at("/items/0/balance"))
                .isEqualTo("700");
    }

    @Test
    void shouldComeBackFromWhereThereIsNoAccount() {
        final String from = kim.account(1_000);
        final Reply sent = kim.transfer(from, Customer.free(), 300);
        assertThat(sent.status()).isEqualTo(201);
        returned(sent, from);
        final Reply page = kim.get("/bank/customers/" + kim.id());
        assertThat(page.at("/lastRequest/kind")).isEqualTo("TRANSFER");
        assertThat(page.at("/lastRequest/status")).isEqualTo("RequestCancelled");
    }

    @Test
    void shouldComeBackFromAClosedAccount() {
        final String from = kim.account(1_000);
        final String to = lee.account(0);
        assertThat(lee.request(to, "CLOSE").status()).isEqualTo(201);
        returned(kim.transfer(from, to, 300), from);
        assertThat(lee.get("/bank/accounts/" + to + "/history").at("/items/0/kind"))
                .as("seen at the other end too")
                .isEqualTo("TRANSFER_REJECTED");
    }

    @Test
    void shouldHappenOnceWhenSentTwice() {
        final String from = kim.account(1_000);
        final String to = lee.account(0);
        final Reply sent = kim.transfer(from, to, 300, "Idempotency-Key", "once");
        final Reply again = kim.transfer(from, to, 300, "Idempotency-Key", "once");
        assertThat(again.text()).isEqualTo(sent.text());
        becomes(sent, "COMPLETED");
        assertThat(kim.request(from, "BALANCE").at("/balance")).isEqualTo("700");
        assertThat(lee.request(to, "BALANCE").at("/balance")).isEqualTo("300");
    }

    @Test
    void shouldListWhatWasSentAtBothAddresses() {
        final String from = kim.account(1_000);
        final String to = lee.account(0);
        kim.transfer(from, to, 1);
        final Reply last = kim.transfer(from, to, 2);
        for (final String path : new String[] {"/bank/transfers/" + from, "/bank/accounts/" + from + "/transfers"}) {
            final Reply list = kim.after(last, path);
            assertThat(list.status()).as(list.text()).isEqualTo(200);
            assertThat(list.json().at("/items").size()).isEqualTo(2);
            assertThat(list.at("/items/0/number")).isEqualTo("2");
        }
        becomes(last, "COMPLETED");
        assertThat(kim.get("/bank/transfers/" + from + "/2/why").at("/event")).isEqualTo("TransferCompleted");
        assertThat(kim.get("/bank/transfers/" + from + "?status=PENDED").status())
                .isEqualTo(400);
    }

    @Test
    void shouldRefuseWhatCanNotBeSent() {
        final String from = kim.account(1_000);
        refused(kim.transfer(from, from, 1), 422, "SAME_ACCOUNT");
        final Reply tooMuch = kim.transfer(from, Customer.free(), 1_001);
        refused(tooMuch, 422, "NOT_SUFFICIENT");
        refused(kim.transfer(Customer.free(), from, 1), 404, "ACCOUNT_NOT_FOUND");
        refused(lee.transfer(from, Customer.free(), 1), 403, "NOT_YOURS");
        refused(
                caller.post("/bank/transfers", "{'from':'%s','to':'b','amount':1}".formatted(from)),
                401,
                "AUTHENTICATION_FAILED");
        refused(kim.after(tooMuch, "/bank/transfers/" + from + "/1"), 404, "NOT_FOUND");
        assertThat(kim.request(from, "BALANCE").at("/balance")).isEqualTo("1000");
    }

    @Test
    void shouldShowATransferToNobodyElse() {
        final String from = kim.account(1_000);
        final Reply sent = kim.transfer(from, lee.account(0), 300);
        refused(lee.after(sent, sent.header("Location")), 403, "NOT_YOURS");
        refused(caller.get(sent.header("Location")), 401, "AUTHENTICATION_FAILED");
    }

    private void returned(final Reply sent, final String from) {
        becomes(sent, "RETURNED");
        final Reply transfer = kim.get(sent.header("Location"));
        assertThat(transfer.at("/reason")).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(transfer.at("/history/0/status")).isEqualTo("PENDING");
        assertThat(transfer.at("/history/1/status")).isEqualTo("RETURNED");
        assertThat(kim.get("/bank/accounts/" + from).at("/balance")).isEqualTo("1000");
        assertThat(kim.get("/bank/accounts/" + from + "/history").at("/items/0/kind"))
                .isEqualTo("TRANSFER_RETURNED");
    }

    private void becomes(final Reply sent, final String status) {
        final String path = sent.header("Location");
        await(path).atMost(SOON).until(() -> kim.get(path).at("/status").equals(status));
    }

    private static void refused(final Reply reply, final int status, final String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.at("/code")).isEqualTo(code);
    }
}
