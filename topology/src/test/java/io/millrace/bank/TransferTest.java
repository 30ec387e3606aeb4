package io.millrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.Refused;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.EntryKind;
import io.millrace.schemas.bank.LastRequest;
import io.millrace.schemas.bank.LastStatus;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Transfer;
import io.millrace.schemas.bank.TransferStatus;
import io.millrace.schemas.bank.Withdraw;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferTest {

    private final Vault vault = new Vault(Bank.BUSINESS);

    @BeforeEach
    void openTwoAccounts() {
        vault.send("HSI", "savings", new OpenAccount(1_000L));
        vault.send("KIM", "daily", new OpenAccount(0L));
    }

    @Test
    void shouldLeaveOneAccountBeforeItArrivesAtTheOther() {
        send("daily", 300);
        assertThat(balance("savings")).isEqualTo(700);
        assertThat(balance("daily")).isZero();
        assertThat(vault.pending()).isEqualTo(300);
        assertThat(transfer(1).getStatus()).isEqualTo(TransferStatus.PENDING);
    }

    @Test
    void shouldArriveAndBeCompleted() {
        send("daily", 300);
        vault.arriveAll();
        assertThat(balance("savings")).isEqualTo(700);
        assertThat(balance("daily")).isEqualTo(300);
        assertThat(vault.pending()).isZero();
        assertThat(transfer(1).getStatus()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(kinds("savings")).containsExactly(EntryKind.DEPOSIT, EntryKind.TRANSFER_OUT);
        assertThat(kinds("daily")).containsExactly(EntryKind.TRANSFER_IN);
    }

    @Test
    void shouldComeBackFromAnAccountThatNeverWas() {
        send("nowhere", 300);
        vault.arriveAll();
        assertThat(balance("savings")).isEqualTo(1_000);
        assertThat(transfer(1).getStatus()).isEqualTo(TransferStatus.RETURNED);
        assertThat(transfer(1).getReason()).isEqualTo("ACCOUNT_NOT_FOUND");
        assertThat(kinds("savings"))
                .containsExactly(EntryKind.DEPOSIT, EntryKind.TRANSFER_OUT, EntryKind.TRANSFER_RETURNED);
    }

    @Test
    void shouldComeBackFromAnAccountClosedInBetween() {
        send("daily", 300);
        vault.send("KIM", "daily", new CloseAccount());
        vault.arriveAll();
        assertThat(balance("savings")).isEqualTo(1_000);
        assertThat(transfer(1).getStatus()).isEqualTo(TransferStatus.RETURNED);
        assertThat(kinds("daily")).as("seen at the other end too").containsExactly(EntryKind.TRANSFER_REJECTED);
    }

    @Test
    void shouldComeBackFromAnAccountThatIsFull() {
        for (int n = 0; n < 1_000; n++) {
            vault.send("KIM", "daily", new Deposit(1_000_000_000_000L));
        }
        send("daily", 1);
        vault.arriveAll();
        assertThat(transfer(1).getReason()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(balance("savings")).isEqualTo(1_000);
    }

    @Test
    void shouldNotKeepAnAccountThatIsClosedAndOpenedAgainFromTheMoney() {
        send("daily", 300);
        vault.send("KIM", "daily", new CloseAccount());
        vault.send("KIM", "daily", new OpenAccount(0L));
        vault.arriveAll();
        assertThat(balance("daily")).isEqualTo(300);
    }

    @Test
    void shouldHappenOnceWhenSentTwice() {
        vault.send("t", "HSI", "savings", new SendTransfer("daily", 300L));
        vault.send("t", "HSI", "savings", new SendTransfer("daily", 300L));
        vault.arriveAll();
        assertThat(balance("savings")).isEqualTo(700);
        assertThat(balance("daily")).isEqualTo(300);
    }

    @Test
    void shouldArriveOnceThoughItsStepsComeTwiceAndNoReceiptIsLeft() {
        send("daily", 300);
        vault.arrive(0, true);
        vault.forgetReceipts();
        vault.arriveAll();
        assertThat(balance("daily")).isEqualTo(300);
        assertThat(transfer(1).getStatus()).isEqualTo(TransferStatus.COMPLETED);
    }

    @Test
    void shouldNotArriveLaterOnceItWasRejected() {
        send("nowhere", 300);
        vault.arrive(0, true);
        vault.forgetReceipts();
        vault.send("LEE", "nowhere", new OpenAccount(0L));
        vault.arriveAll();
        assertThat(balance("nowhere")).isZero();
        assertThat(balance("savings")).isEqualTo(1_000);
    }

    @Test
    void shouldNotGoToItself() {
        assertThat(refused("savings", 1).getCode()).isEqualTo("SAME_ACCOUNT");
    }

    @Test
    void shouldNotSendMoreThanThereIs() {
        send("daily", 600);
        assertThat(refused("daily", 401).getCode()).isEqualTo("NOT_SUFFICIENT");
    }

    @Test
    void shouldNotSpendTwiceWhatIsOnItsWay() {
        send("daily", 1_000);
        final Refused refused = Objects.requireNonNull(
                vault.send("HSI", "savings", new Withdraw(1L)).getRefused());
        assertThat(refused.getCode()).isEqualTo("NOT_SUFFICIENT");
    }

    @Test
    void shouldSayThatTheLastRequestCameToNothing() {
        send("nowhere", 300);
        assertThat(last().getStatus()).isEqualTo(LastStatus.RequestCompleted);
        vault.arriveAll();
        assertThat(last().getStatus()).isEqualTo(LastStatus.RequestCancelled);
        assertThat(last().getMessage()).contains("nowhere");
    }

    @Test
    void shouldLeaveAYoungerLastRequestAlone() {
        send("nowhere", 300);
        vault.send("HSI", "savings", new Deposit(1L));
        vault.arriveAll();
        assertThat(last().getStatus()).isEqualTo(LastStatus.RequestCompleted);
    }

    private void send(final String to, final long amount) {
        assertThat(vault.send("HSI", "savings", new SendTransfer(to, amount)).getRefused())
                .isNull();
    }

    private Refused refused(final String to, final long amount) {
        return Objects.requireNonNull(
                vault.send("HSI", "savings", new SendTransfer(to, amount)).getRefused());
    }

    private long balance(final String account) {
        return vault.account(account).map(Account::getBalance).orElseThrow();
    }

    private Transfer transfer(final long number) {
        return vault.books("savings").find(AccountBooks.TRANSFERS, number).orElseThrow();
    }

    private LastRequest last() {
        return vault.books("savings").find(AccountBooks.LAST, "HSI").orElseThrow();
    }

    private List<EntryKind> kinds(final String account) {
        return vault.books(account).all(AccountBooks.HISTORY).stream()
                .map(Entry::getKind)
                .toList();
    }
}
