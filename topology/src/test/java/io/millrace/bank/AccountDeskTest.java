package io.millrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountClosed;
import io.millrace.schemas.bank.AccountOpened;
import io.millrace.schemas.bank.AskBalance;
import io.millrace.schemas.bank.AskHistory;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.Deposited;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.EntryKind;
import io.millrace.schemas.bank.LastRequest;
import io.millrace.schemas.bank.LastStatus;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.Request;
import io.millrace.schemas.bank.RequestKind;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Withdraw;
import io.millrace.schemas.bank.Withdrawn;
import io.millrace.testkit.DeskTrial;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountDeskTest {

    private static final long MOST = 1_000_000_000_000L;

    private static DeskTrial account() {
        return DeskTrial.at(Bank.BUSINESS, "savings").by("HSI");
    }

    private static DeskTrial opened(final long amount) {
        return account().given(new OpenAccount(amount));
    }

    static Stream<BankCommand> everythingButOpening() {
        return Stream.of(
                new CloseAccount(),
                new Deposit(1L),
                new Withdraw(1L),
                new AskBalance(),
                new AskHistory(),
                new SendTransfer("daily", 1L));
    }

    @Test
    void shouldOpenWithAFirstDeposit() {
        final Request request = account()
                .when(new OpenAccount(10_000L))
                .then(new AccountOpened(1L, "HSI", 10_000L, 1L))
                .shown(Request.class);
        assertThat(request.getKind()).isEqualTo(RequestKind.OPEN);
        assertThat(request.getNumber()).isEqualTo(1);
        assertThat(request.getAmount()).isEqualTo(10_000);
        assertThat(request.getBalance()).isEqualTo(10_000);
    }

    @Test
    void shouldOpenWithNothingAndThenHaveNoHistory() {
        final DeskTrial trial = account().when(new OpenAccount(0L)).then(new AccountOpened(1L, "HSI", 0L, null));
        assertThat(trial.when(new AskHistory()).shown(Request.class).getEntries())
                .isEmpty();
    }

    @Test
    void shouldRefuseToOpenWhatIsOpen() {
        opened(0).when(new OpenAccount(0L)).thenRefused("ACCOUNT_EXISTS");
        opened(0).by("KIM").when(new OpenAccount(0L)).thenRefused("ACCOUNT_EXISTS");
    }

    @Test
    void shouldOpenAClosedAccountAgainForItsOwnerOnly() {
        opened(0).given(new CloseAccount()).by("KIM").when(new OpenAccount(0L)).thenRefused("ACCOUNT_EXISTS");
        opened(0).given(new CloseAccount()).when(new OpenAccount(5L)).then(new AccountOpened(3L, "HSI", 5L, 1L));
    }

    @Test
    void shouldCloseWhenEmpty() {
        opened(100).given(new Withdraw(100L)).when(new CloseAccount()).then(new AccountClosed(3L, "HSI"));
    }

    @Test
    void shouldNotCloseWhileMoneyRemains() {
        opened(1).when(new CloseAccount()).thenRefused("BALANCE_REMAINING").hinting("balance", 1L);
    }

    @Test
    void shouldNotCloseWhileMoneyIsOnItsWay() {
        opened(100)
                .given(new SendTransfer("daily", 100L))
                .when(new CloseAccount())
                .thenRefused("BALANCE_REMAINING")
                .hinting("pending", 100L);
    }

    @Test
    void shouldTakeDepositsAndGiveMoneyOut() {
        opened(100).when(new Deposit(50L)).then(new Deposited(2L, "HSI", 50L, 150L, 2L));
        opened(100).when(new Withdraw(100L)).then(new Withdrawn(2L, "HSI", 100L, 0L, 2L));
    }

    @Test
    void shouldNotGiveOutMoreThanThereIs() {
        opened(100).when(new Withdraw(101L)).thenRefused("NOT_SUFFICIENT").hinting("balance", 100L);
    }

    @Test
    void shouldSayWhereTheLimitIs() {
        final DeskTrial trial = opened(MOST);
        for (int n = 1; n < 1_000; n++) {
            trial.given(new Deposit(MOST));
        }
        trial.when(new Deposit(1L)).thenRefused("LIMIT_EXCEEDED").hinting("limit", 1_000_000_000_000_000L);
        // what is on its way out may come back, and still has to fit
        trial.given(new SendTransfer("daily", 10L)).when(new Deposit(10L)).thenRefused("LIMIT_EXCEEDED");
    }

    @Test
    void shouldRefuseAmountsThatAreNone() {
        account().when(new OpenAccount(-1L)).thenRefused("MALFORMED");
        account().when(new OpenAccount(MOST + 1)).thenRefused("MALFORMED");
        opened(9).when(new Deposit(0L)).thenRefused("MALFORMED");
        opened(9).when(new Deposit(Long.MAX_VALUE)).thenRefused("MALFORMED");
        opened(9).when(new Withdraw(-5L)).thenRefused("MALFORMED");
        opened(9).when(new SendTransfer("daily", 0L)).thenRefused("MALFORMED");
        opened(9).when(new SendTransfer("Not An Id", 1L)).thenRefused("MALFORMED");
    }

    @Test
    void shouldShowTheLatestHundredLinesNewestFirst() {
        final DeskTrial trial = opened(1);
        for (int n = 0; n < 120; n++) {
            trial.given(new Deposit(1L));
        }
        final List<Entry> entries =
                trial.when(new AskHistory()).shown(Request.class).getEntries();
        assertThat(entries).hasSize(100);
        assertThat(entries.getFirst().getBalance()).isEqualTo(121);
        assertThat(entries.getFirst().getKind()).isEqualTo(EntryKind.DEPOSIT);
        assertThat(entries.getLast().getBalance()).isEqualTo(22);
    }

    @ParameterizedTest
    @MethodSource("everythingButOpening")
    void shouldLetNobodyInButTheOwner(final BankCommand command) {
        final DeskTrial trial = opened(100).by("KIM").when(command).thenRefused("NOT_YOURS");
        assertThat(trial.refusal().getKind()).isEqualTo(RefusalKind.FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("everythingButOpening")
    void shouldNotKnowAnAccountThatNeverWas(final BankCommand command) {
        account().when(command).thenRefused("ACCOUNT_NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource("everythingButOpening")
    void shouldNotKnowAClosedAccount(final BankCommand command) {
        opened(0).given(new CloseAccount()).when(command).thenRefused("ACCOUNT_NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource("everythingButOpening")
    void shouldAskWhoIsThere(final BankCommand command) {
        final DeskTrial trial = opened(100).by(null).when(command).thenRefused("AUTHENTICATION_FAILED");
        assertThat(trial.events())
                .as("what nobody asked is nobody's last request")
                .isEmpty();
    }

    @Test
    void shouldNoteARefusalAndNothingElse() {
        final DeskTrial trial = opened(100).when(new Withdraw(101L)).thenRefused("NOT_SUFFICIENT");
        final LastRequest last = trial.books().find(AccountBooks.LAST, "HSI").orElseThrow();
        assertThat(last.getStatus()).isEqualTo(LastStatus.RequestCancelled);
        assertThat(last.getKind()).isEqualTo(RequestKind.WITHDRAW);
        assertThat(last.getAmount()).isEqualTo(101);
        assertThat(last.getMessage()).contains("100 won");
        assertThat(trial.books().find(AccountBooks.REQUESTS, 2)).isEmpty();
        assertThat(trial.books().the(AccountBooks.ACCOUNT).map(Account::getBalance))
                .contains(100L);
    }

    @Test
    void shouldNumberAcceptedRequestsWithoutGaps() {
        final Request next = opened(100)
                .when(new Withdraw(101L))
                .thenRefused("NOT_SUFFICIENT")
                .when(new AskBalance())
                .shown(Request.class);
        assertThat(next.getNumber()).isEqualTo(2);
        assertThat(next.getBalance()).isEqualTo(100);
    }
}
