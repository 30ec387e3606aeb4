package io.millrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Personal;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Notice;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.LastStatus;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.RequestKind;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Transfer;
import io.millrace.schemas.bank.TransferStatus;
import io.millrace.schemas.bank.Withdraw;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.Laws.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of the bank, through both topologies: the reactions take their way over the topics. */
class BankPagesTest {

    private final BusinessDriver driver = new BusinessDriver(Bank.BUSINESS);

    @BeforeEach
    void openTwoAccounts() {
        send("HSI", "savings", new OpenAccount(1_000L));
        send("KIM", "daily", new OpenAccount(0L));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldShowACustomerTheirAccountsAndTheirLastRequest() {
        send("HSI", "travel", new OpenAccount(5L));
        send("HSI", "savings", new Deposit(10L));
        final Map<String, Object> page = customer("HSI");
        assertThat(accounts(page)).extracting("account").containsExactly("travel", "savings");
        assertThat(accounts(page)).extracting("balance").containsExactly(5L, 1_010L);
        assertThat(last(page))
                .containsEntry("account", "savings")
                .containsEntry("kind", RequestKind.DEPOSIT)
                .containsEntry("amount", 10L)
                .containsEntry("number", 2L)
                .containsEntry("status", LastStatus.RequestCompleted);
    }

    @Test
    void shouldShowARefusedRequestAsTheLastOne() {
        send("HSI", "savings", new Withdraw(1_001L));
        assertThat(last(customer("HSI")))
                .containsEntry("kind", RequestKind.WITHDRAW)
                .containsEntry("amount", 1_001L)
                .containsEntry("status", LastStatus.RequestCancelled)
                .containsEntry("code", "NOT_SUFFICIENT")
                .containsEntry("message", "The balance is 1000 won.")
                .doesNotContainKey("number");
    }

    @Test
    void shouldShowWhoAskedWhatTheyWereRefusedAtAnothersAccount() {
        send("KIM", "savings", new Withdraw(1L));
        assertThat(last(customer("KIM"))).containsEntry("account", "savings").containsEntry("code", "NOT_YOURS");
        assertThat(accounts(customer("KIM"))).extracting("account").containsExactly("daily");
        assertThat(last(customer("HSI"))).containsEntry("kind", RequestKind.OPEN);
        send("KIM", "nowhere", new Deposit(1L));
        assertThat(last(customer("KIM"))).containsEntry("code", "ACCOUNT_NOT_FOUND");
    }

    @Test
    void shouldHaveARefusalOnThePageOnceItsTokenIsThere() {
        final long seq =
                driver.send(new Sent("savings", new Withdraw(1_001L), "HSI")).getSeq();
        assertThat(seq).as("a refusal has its own place").isEqualTo(2);
        assertThat(driver.pages().appliedFor(personal(), "HSI", "savings")).isEqualTo(seq);
    }

    @Test
    void shouldLeaveOutAccountsThatAreClosed() {
        send("KIM", "daily", new CloseAccount());
        assertThat(accounts(customer("KIM"))).isEmpty();
        assertThat(last(customer("KIM"))).containsEntry("kind", RequestKind.CLOSE);
    }

    @Test
    void shouldCarryATransferToItsEnd() {
        send("HSI", "savings", new SendTransfer("daily", 400L));
        assertThat(transfer().getStatus()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(balance("savings")).isEqualTo(600);
        assertThat(balance("daily")).isEqualTo(400);
        assertThat(driver.notices()).extracting(Notice::getPerson).containsExactly("KIM");
    }

    @Test
    void shouldBringATransferBack() {
        send("HSI", "savings", new SendTransfer("nowhere", 400L));
        assertThat(transfer().getStatus()).isEqualTo(TransferStatus.RETURNED);
        assertThat(transfer().getHistory()).extracting("status").containsExactly("PENDING", "RETURNED");
        assertThat(balance("savings")).isEqualTo(1_000);
        assertThat(last(customer("HSI"))).containsEntry("status", LastStatus.RequestCancelled);
        assertThat(driver.notices()).extracting(Notice::getMessage).containsExactly(BankNotices.RETURNED);
    }

    @Test
    void shouldSayOfEachStepWhatItFollowsFrom() {
        send("HSI", "savings", new SendTransfer("daily", 400L));
        final List<JournalEntry> steps =
                driver.journal().stream().filter(it -> it.getCause() != null).toList();
        assertThat(steps).extracting(JournalEntry::getCause).containsExactly("bank/savings@2", "bank/daily@2");
        assertThat(steps).extracting(JournalEntry::getActor).containsOnly("HSI");
        assertThat(driver.quarantine()).isEmpty();
    }

    private void send(final String person, final String account, final BankCommand command) {
        driver.later(Duration.ofMillis(1));
        driver.send(new Sent(account, command, person));
    }

    private static Personal personal() {
        return Bank.BUSINESS.personals().getFirst();
    }

    private Map<String, Object> customer(final String person) {
        return personal().view().make(person, driver.pages().person(personal(), person), Map.of(), Instant.EPOCH);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> accounts(final Map<String, Object> page) {
        return (List<Map<String, Object>>) Objects.requireNonNull(page.get("accounts"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> last(final Map<String, Object> page) {
        return (Map<String, Object>) Objects.requireNonNull(page.get("lastRequest"));
    }

    private long balance(final String account) {
        return driver.pages()
                .desk(account)
                .find(AccountBooks.ACCOUNT, "the")
                .map(held -> held.value())
                .map(Account::getBalance)
                .orElseThrow();
    }

    private Transfer transfer() {
        return driver.pages()
                .desk("savings")
                .list(AccountBooks.TRANSFERS, null, 1, true)
                .getFirst()
                .value();
    }
}
