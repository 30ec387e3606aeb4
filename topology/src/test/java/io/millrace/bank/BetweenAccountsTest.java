package io.millrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.Violation;
import io.millrace.schemas.bank.AccountOpened;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.BankJournal;
import io.millrace.schemas.bank.CompleteTransfer;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.ReceiveTransfer;
import io.millrace.schemas.bank.RequestCommand;
import io.millrace.schemas.bank.ReturnTransfer;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.TransferCompleted;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferRejected;
import io.millrace.schemas.bank.TransferReturned;
import io.millrace.schemas.bank.TransferSent;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import io.millrace.testkit.Laws.Sent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two journals that are each sound, and don't fit each other: the audit must find it, in whichever order it reads them. */
class BetweenAccountsTest {

    private static final TransferSent SENT = new TransferSent(1L, "HSI", "a", "b", 30L, 70L, 2L);

    private BusinessDriver bank = new BusinessDriver(Bank.BUSINESS);

    @BeforeEach
    void openTwoAccounts() {
        entry("a", 1, null, new AccountOpened(1L, "HSI", 100L, 1L));
        entry("b", 1, null, new AccountOpened(1L, "KIM", 100L, 1L));
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void shouldFindNothingInTransfersThatArriveAndThatComeBack() {
        entry("a", 2, null, SENT);
        entry("b", 2, "bank/a@2", received("b", 30));
        entry("a", 3, "bank/b@2", new TransferCompleted(1L, "HSI", "b", 30L));
        entry("a", 4, null, new TransferSent(2L, "HSI", "a", "c", 20L, 50L, 3L));
        entry("c", 1, "bank/a@4", new TransferRejected("a", 2L, 20L, 0L, null, "ACCOUNT_NOT_FOUND"));
        entry("a", 5, "bank/c@1", new TransferReturned(2L, "HSI", "c", 20L, 70L, 4L, "ACCOUNT_NOT_FOUND"));
        assertThat(laws()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenTheOtherJournalIsReadLater() {
        entry("b", 2, "bank/a@2", received("b", 30));
        assertThat(laws()).as("it may come yet").isEmpty();
        entry("a", 2, null, SENT);
        assertThat(laws()).isEmpty();
    }

    @Test
    void shouldFindMoneyThatNeverLeft() {
        entry("b", 2, "bank/a@1", received("b", 30));
        assertThat(laws()).containsExactly(BankLaws.LEFT);
    }

    @Test
    void shouldFindMoneyThatFollowsFromNothing() {
        entry("a", 2, null, SENT);
        entry("b", 2, null, received("b", 30));
        assertThat(laws()).containsExactly(BankLaws.LEFT);
    }

    @Test
    void shouldFindMoreArrivingThanHasLeft() {
        entry("a", 2, null, SENT);
        entry("b", 2, "bank/a@2", received("b", 31));
        assertThat(violations()).singleElement().satisfies(it -> {
            assertThat(it.getLaw()).isEqualTo(BankLaws.LEFT);
            assertThat(it.getToken()).as("where it is said").isEqualTo("bank/b@2");
        });
    }

    @Test
    void shouldFindMoreArrivingThoughTheOtherJournalIsReadLater() {
        entry("b", 2, "bank/a@2", received("b", 31));
        entry("a", 2, null, SENT);
        assertThat(laws()).containsExactly(BankLaws.LEFT);
    }

    @Test
    void shouldFindMoneyThatWasMeantForAnother() {
        entry("c", 1, null, new AccountOpened(1L, "LEE", 0L, null));
        entry("a", 2, null, SENT);
        entry("c", 2, "bank/a@2", new TransferReceived("a", 1L, "LEE", 30L, 30L, 1L));
        assertThat(laws()).containsExactly(BankLaws.LEFT);
    }

    @Test
    void shouldFindMoneyThatIsGivenBackThoughItWasKept() {
        entry("a", 2, null, SENT);
        entry("b", 2, "bank/a@2", received("b", 30));
        entry("a", 3, "bank/b@2", new TransferReturned(1L, "HSI", "b", 30L, 100L, 3L, "ACCOUNT_NOT_FOUND"));
        assertThat(laws()).containsExactly(BankLaws.KEPT);
    }

    @Test
    void shouldFindMoneyThatIsDoneWithThoughItWasRejected() {
        entry("a", 2, null, SENT);
        entry("b", 2, "bank/a@2", new TransferRejected("a", 1L, 30L, 100L, 2L, "LIMIT_EXCEEDED"));
        entry("a", 3, "bank/b@2", new TransferCompleted(1L, "HSI", "b", 30L));
        assertThat(laws()).containsExactly(BankLaws.KEPT);
    }

    @Test
    void shouldCatchABankThatAddsAWonOnTheWay() {
        run((c, books, moment) -> new AccountDesk()
                .rule(
                        c instanceof ReceiveTransfer it
                                ? new ReceiveTransfer(it.getFrom(), it.getNumber(), it.getAmount() + 1)
                                : c,
                        books,
                        moment));
        assertThat(laws()).contains(BankLaws.LEFT);
    }

    @Test
    void shouldCatchABankThatSwallowsWhatComesBack() {
        run((c, books, moment) -> new AccountDesk()
                .rule(c instanceof ReturnTransfer it ? new CompleteTransfer(it.getNumber()) : c, books, moment));
        assertThat(laws()).containsExactly(BankLaws.KEPT);
    }

    /** A bank that decides so: a transfer that arrives, and one to nowhere. */
    private void run(final Deciding deciding) {
        bank.close();
        final Business crooked = Vault.bank(new Rules<BankCommand, BankEvent>() {
            @Override
            public Ruling<BankCommand, BankEvent> rule(final BankCommand c, final Books books, final Moment moment) {
                return deciding.rule(c, books, moment);
            }

            @Override
            public void fold(final BankEvent event, final Rows rows, final Moment moment) {
                new AccountDesk().fold(event, rows, moment);
            }
        });
        bank = new BusinessDriver(crooked);
        bank.send(new Sent("a", new OpenAccount(100L), "HSI"));
        bank.send(new Sent("b", new OpenAccount(0L), "KIM"));
        bank.send(new Sent("a", new SendTransfer("b", 30L), "HSI"));
        bank.send(new Sent("a", new SendTransfer("nowhere", 30L), "HSI"));
        bank.send(new Sent("a", new Deposit(1L), "HSI"));
    }

    private interface Deciding {
        Ruling<BankCommand, BankEvent> rule(BankCommand command, Books books, Moment moment);
    }

    private static TransferReceived received(final String to, final long amount) {
        return new TransferReceived("a", 1L, to, amount, 100 + amount, 2L);
    }

    private void entry(final String desk, final long seq, final @Nullable String cause, final SpecificRecord event) {
        final var command =
                Envelopes.command(RequestCommand.class, desk + seq, desk, DeskTrial.NOON, null, new Deposit(1L));
        bank.slip("journal", desk, Envelopes.entry(BankJournal.class, command, DeskTrial.NOON, seq, cause, event));
    }

    private List<String> laws() {
        return violations().stream().map(Violation::getLaw).toList();
    }

    private List<Violation> violations() {
        return bank.violations();
    }
}
