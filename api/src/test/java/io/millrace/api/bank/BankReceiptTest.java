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

/** A key is its sender's: the same request gets its answer again, and nobody else gets it. */
@ExtendWith(Running.class)
class BankReceiptTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Caller caller;
    private Customer kim;

    BankReceiptTest(final Caller caller) {
        this.caller = caller;
        this.kim = new Customer(caller, "", "");
    }

    @BeforeEach
    void register() {
        kim = Customer.of(caller);
    }

    @Test
    void shouldAnswerTheSameRequestWithTheSameAndDoItOnce() {
        final String account = kim.account(100);
        final Reply first = kim.request(account, "DEPOSIT", 5, "Idempotency-Key", "k");
        final Reply again = kim.request(account, "DEPOSIT", 5, "Idempotency-Key", "k");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(kim.request(account, "BALANCE").at("/balance")).isEqualTo("105");
    }

    @Test
    void shouldAnswerARefusedRequestTheSameThoughItWouldDoNow() {
        final String account = kim.account(0);
        final Reply refused = kim.request(account, "WITHDRAW", 5, "Idempotency-Key", "k");
        kim.request(account, "DEPOSIT", 5);
        final Reply again = kim.request(account, "WITHDRAW", 5, "Idempotency-Key", "k");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).isEqualTo(refused.text());
        assertThat(kim.request(account, "BALANCE").at("/balance")).isEqualTo("5");
    }

    @Test
    void shouldRefuseAnotherRequestUnderTheSameKey() {
        final String account = kim.account(100);
        kim.request(account, "DEPOSIT", 5, "Idempotency-Key", "k");
        for (final Reply other : new Reply[] {
            kim.request(account, "DEPOSIT", 6, "Idempotency-Key", "k"),
            kim.request(account, "WITHDRAW", 5, "Idempotency-Key", "k"),
            kim.transfer(account, "elsewhere", 5, "Idempotency-Key", "k")
        }) {
            assertThat(other.status()).as(other.text()).isEqualTo(422);
            assertThat(other.at("/code")).isEqualTo("KEY_REUSED");
        }
        assertThat(kim.request(account, "BALANCE").at("/balance")).isEqualTo("105");
    }

    @Test
    void shouldNotGiveAnybodyElseTheAnswer() {
        final String account = kim.account(100);
        kim.request(account, "BALANCE", "Idempotency-Key", "k");
        final Reply theirs = Customer.of(caller).request(account, "BALANCE", "Idempotency-Key", "k");
        assertThat(theirs.status()).as(theirs.text()).isIn(403, 422);
        assertThat(theirs.text()).doesNotContain("\"balance\"");
    }

    @Test
    void shouldShowTheReceiptToItsSenderOnly() {
        final String account = kim.account(100);
        final Reply done = kim.request(account, "DEPOSIT", 5, "Idempotency-Key", "k");
        final String path = "/receipts/bank/" + account + "/k";
        await(path).atMost(SOON).until(() -> kim.get(path).status() == 200);
        final Reply receipt = kim.get(path);
        assertThat(receipt.at("/status")).isEqualTo("201");
        assertThat(receipt.at("/location")).isEqualTo(done.header("Location"));
        assertThat(receipt.json().at("/body")).isEqualTo(done.json());
        assertThat(caller.get(path, kim.session()).status()).isEqualTo(200);
        assertThat(Customer.of(caller).get(path).status()).isIn(403, 404);
        assertThat(caller.get(path).status()).isEqualTo(401);
    }

    @Test
    void shouldKeepTheReceiptOfARefusalForWhoWasRefused() {
        final String account = kim.account(100);
        final Customer lee = Customer.of(caller);
        assertThat(lee.request(account, "WITHDRAW", 5, "Idempotency-Key", "k").status())
                .isEqualTo(403);
        final String path = "/receipts/bank/" + account + "/k";
        await(path).atMost(SOON).until(() -> lee.get(path).status() == 200);
        assertThat(lee.get(path).at("/status")).isEqualTo("403");
        assertThat(lee.get(path).at("/body/code")).isEqualTo("NOT_YOURS");
        assertThat(kim.get(path).status()).as("the owner didn't send it").isIn(403, 404);
    }

    @Test
    void shouldSayWhereTheAnswerWillBeToWhoDoesNotWait() {
        final String account = kim.account(100);
        final Reply later = kim.request(account, "DEPOSIT", 5, "Prefer", "wait=0", "Idempotency-Key", "k");
        assertThat(later.status()).as(later.text()).isIn(201, 202);
        if (later.status() == 202) {
            final String path = later.header("Location");
            await(path).atMost(SOON).until(() -> kim.get(path).status() == 200);
            assertThat(kim.get(path).at("/body/balance")).isEqualTo("105");
        }
    }
}
