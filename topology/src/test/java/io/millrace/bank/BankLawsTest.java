package io.millrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountClosed;
import io.millrace.schemas.bank.AccountOpened;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.BalanceShown;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.Deposited;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.TransferCompleted;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferRejected;
import io.millrace.schemas.bank.TransferReturned;
import io.millrace.schemas.bank.TransferSent;
import io.millrace.schemas.bank.Withdraw;
import io.millrace.schemas.bank.Withdrawn;
import io.millrace.testkit.AuditTrial;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import io.millrace.testkit.Laws.Sent;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Journals of an account that break a law each, which the audit must notice, and honest ones, where it finds nothing. */
class BankLawsTest {

    private static final TransferSent SENT = new TransferSent(1L, "HSI", "a", "b", 30L, 70L, 2L);

    private final AuditTrial audit = AuditTrial.of(Bank.BUSINESS).happened(new AccountOpened(1L, "HSI", 100L, 1L));

    @Test
    void shouldFindNothingInAnHonestAccount() {
        audit.happened(
                new Deposited(2L, "HSI", 50L, 150L, 2L),
                new Withdrawn(3L, "HSI", 150L, 0L, 3L),
                new AccountClosed(4L, "HSI"),
                new TransferRejected("b", 1L, 5L, 0L, 4L, "ACCOUNT_NOT_FOUND"),
                new AccountOpened(5L, "HSI", 100L, 5L),
                SENT,
                new TransferReturned(1L, "HSI", "b", 30L, 100L, 6L, "ACCOUNT_NOT_FOUND"),
                new TransferReceived("b", 2L, "HSI", 5L, 105L, 7L));
        audit.showed(account(105, 0));
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindABalanceThatDoesNotAddUpAndTellOfItOnce() {
        audit.happened(new Deposited(2L, "HSI", 50L, 151L, 2L), new BalanceShown(3L, "HSI", 151L));
        assertThat(audit.laws()).containsExactly(BankLaws.BALANCE);
    }

    @Test
    void shouldFindABalanceThatIsShownWrong() {
        audit.happened(new BalanceShown(2L, "HSI", 99L)).showed(account(98, 0));
        assertThat(audit.laws()).containsExactly(BankLaws.BALANCE, BankLaws.BALANCE);
    }

    @Test
    void shouldFindABalanceBelowNothing() {
        audit.happened(new Withdrawn(2L, "HSI", 101L, -1L, 2L));
        assertThat(audit.laws()).containsExactly(BankLaws.NEGATIVE);
    }

    @Test
    void shouldFindMoneyThatMovesInAClosedAccount() {
        audit.happened(new Withdrawn(2L, "HSI", 100L, 0L, 2L), new AccountClosed(3L, "HSI"));
        audit.happened(new Deposited(4L, "HSI", 1L, 1L, 3L));
        assertThat(audit.laws()).containsExactly(BankLaws.OPEN);
    }

    @Test
    void shouldFindAnAccountOpenedTwice() {
        audit.happened(new AccountOpened(2L, "KIM", 0L, null));
        assertThat(audit.laws()).contains(BankLaws.OPEN);
    }

    @Test
    void shouldFindAnAccountClosedWithMoneyInItOrUnderWay() {
        audit.happened(SENT, new AccountClosed(3L, "HSI"));
        assertThat(audit.laws()).containsExactly(BankLaws.EMPTY);
    }

    @Test
    void shouldFindATransferThatEndsTwice() {
        final TransferCompleted completed = new TransferCompleted(1L, "HSI", "b", 30L);
        audit.happened(SENT, completed, new TransferReturned(1L, "HSI", "b", 30L, 100L, 3L, "x"));
        assertThat(audit.laws()).containsExactly(BankLaws.ENDS);
    }

    @Test
    void shouldFindATransferThatEndsWithAnotherAmount() {
        audit.happened(SENT, new TransferCompleted(1L, "HSI", "b", 29L));
        assertThat(audit.laws()).containsExactly(BankLaws.ENDS);
    }

    @Test
    void shouldFindMoneyUnderWayThatTheBooksForgot() {
        audit.happened(SENT).showed(account(70, 0));
        assertThat(audit.laws()).containsExactly(BankLaws.ENDS);
    }

    @Test
    void shouldFindATransferThatArrivesTwice() {
        audit.happened(
                new TransferReceived("b", 1L, "HSI", 5L, 105L, 2L), new TransferReceived("b", 1L, "HSI", 5L, 110L, 3L));
        assertThat(audit.laws()).containsExactly(BankLaws.ARRIVES);
    }

    @Test
    void shouldFindNothingInALongRandomLifeOfManyAccounts() {
        final Random random = new Random(7);
        try (BusinessDriver bank = new BusinessDriver(Bank.BUSINESS)) {
            for (int n = 0; n < 600; n++) {
                bank.send(new Sent("a" + random.nextInt(5), any(random), "p" + random.nextInt(2)));
            }
            assertThat(bank.violations()).isEmpty();
            assertThat(bank.audit().report(0).checked()).isGreaterThan(500);
        }
    }

    private static BankCommand any(final Random random) {
        final long amount = 1L + random.nextInt(100);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new OpenAccount(amount - 1);
            case 2 -> new CloseAccount();
            case 3, 4 -> new Deposit(amount);
            case 5 -> new Withdraw(amount);
            default -> new SendTransfer("a" + random.nextInt(6), amount);
        };
    }

    private static Account account(final long balance, final long pending) {
        return new Account("HSI", AccountStatus.Use, balance, pending, DeskTrial.NOON, DeskTrial.NOON);
    }
}
