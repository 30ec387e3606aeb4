package io.millrace.bank;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.bank.AskBalance;
import io.millrace.schemas.bank.AskHistory;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.RequestRefused;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Withdraw;
import io.millrace.testkit.ConformanceTest;
import io.millrace.testkit.Laws;
import io.millrace.testkit.Laws.Sent;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankConformanceTest extends ConformanceTest {

    @Override
    protected Business business() {
        return Bank.BUSINESS;
    }

    @Override
    protected List<Sent> life() {
        return List.of(
                new Sent("savings", new OpenAccount(10_000L), "HSI"),
                new Sent("savings", new OpenAccount(1L), "KIM"),
                new Sent("savings", new Withdraw(10_001L), "HSI"),
                new Sent("savings", new Deposit(500L), "HSI"),
                new Sent("savings", new AskBalance(), "KIM"),
                new Sent("daily", new AskBalance(), "KIM"),
                new Sent("daily", new OpenAccount(0L), "KIM"),
                new Sent("savings", new SendTransfer("daily", 3_000L), "HSI"),
                new Sent("savings", new SendTransfer("nowhere", 1_000L), "HSI"),
                new Sent("savings", new SendTransfer("savings", 1L), "HSI"),
                new Sent("savings", new AskHistory(), "HSI"),
                new Sent("daily", new CloseAccount(), "KIM"),
                new Sent("daily", new Withdraw(3_000L), "KIM"),
                new Sent("daily", new CloseAccount(), "KIM"),
                new Sent("daily", new Deposit(1L), "KIM"),
                new Sent("savings", new SendTransfer("daily", 100L), "HSI"),
                new Sent("daily", new OpenAccount(1L), "KIM"),
                new Sent("savings", new AskBalance()));
    }

    @Test
    void shouldCatchARefusalThatTouchesMoreThanItsNote() {
        final Business crooked = Vault.bank(new Rules<>() {
            @Override
            public Ruling<BankCommand, BankEvent> rule(final BankCommand c, final Books books, final Moment moment) {
                return new AccountDesk().rule(c, books, moment);
            }

            @Override
            public void fold(final BankEvent event, final Rows rows, final Moment moment) {
                new AccountDesk().fold(event, rows, moment);
                if (event instanceof RequestRefused refused) {
                    rows.change(AccountBooks.ACCOUNT, "the", account -> Vault.balance(account, refused.getAmount()));
                }
            }
        });
        assertThatThrownBy(() -> Laws.refusedCommandsChangeNothing(crooked, life()))
                .isInstanceOf(AssertionError.class);
    }
}
