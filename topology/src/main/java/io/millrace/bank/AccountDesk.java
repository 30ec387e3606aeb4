package io.millrace.bank;

import static io.millrace.bank.AccountBooks.ACCOUNT;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.Refused;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.AskBalance;
import io.millrace.schemas.bank.AskHistory;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.BankRequest;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.CompleteTransfer;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.ReceiveTransfer;
import io.millrace.schemas.bank.RequestRefused;
import io.millrace.schemas.bank.ReturnTransfer;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Withdraw;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An account's desk: every command it takes, where its rule is, and who gets in at all. */
final class AccountDesk implements Rules<BankCommand, BankEvent> {

    @Override
    public Ruling<BankCommand, BankEvent> rule(final BankCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case BankRequest request -> asked(request, books, moment);
            case ReceiveTransfer c -> TransferRules.receive(c, books);
            case CompleteTransfer c -> TransferRules.complete(c, books);
            case ReturnTransfer c -> TransferRules.giveBack(c, books);
        };
    }

    @Override
    public void fold(final BankEvent event, final Rows rows, final Moment moment) {
        AccountBooks.fold(event, rows, moment.now());
    }

    /** Whoever was refused finds it on their page: so it is noted, though nothing else comes of it. */
    private static Ruling<BankCommand, BankEvent> asked(
            final BankRequest request, final Books books, final Moment moment) {
        final String person = moment.actor();
        if (person == null) {
            return Ruling.refuse(
                    Refusal.of(RefusalKind.UNAUTHENTICATED, "AUTHENTICATION_FAILED", "Say who you are, and prove it."));
        }
        return switch (request(request, person, books, moment)) {
            case Ruling.Yes<BankCommand, BankEvent> yes -> yes;
            case Ruling.No<BankCommand, BankEvent> no -> no.noting(refused(request, person, no.reason()));
        };
    }

    private static Ruling<BankCommand, BankEvent> request(
            final BankRequest request, final String person, final Books books, final Moment moment) {
        return switch (request) {
            case OpenAccount c -> RequestRules.open(c, person, books);
            case CloseAccount _ -> owned(person, books, moment, account -> RequestRules.close(account, books));
            case Deposit c -> owned(person, books, moment, account -> RequestRules.deposit(c, account, books));
            case Withdraw c -> owned(person, books, moment, account -> RequestRules.withdraw(c, account, books));
            case AskBalance _ -> owned(person, books, moment, account -> RequestRules.balance(account, books));
            case AskHistory _ -> owned(person, books, moment, account -> RequestRules.history(account, books));
            case SendTransfer c ->
                owned(person, books, moment, account -> TransferRules.send(c, moment.desk(), account, books));
        };
    }

    private static Ruling<BankCommand, BankEvent> owned(
            final String person,
            final Books books,
            final Moment moment,
            final Function<Account, Ruling<BankCommand, BankEvent>> then) {
        final @Nullable Account account = books.the(ACCOUNT)
                .filter(it -> it.getStatus() == AccountStatus.Use)
                .orElse(null);
        if (account == null) {
            return Ruling.refuse(
                    Refusal.unknown("ACCOUNT_NOT_FOUND", "There is no account " + moment.desk() + " in use."));
        }
        return account.getOwner().equals(person)
                ? then.apply(account)
                : Ruling.refuse(
                        Refusal.forbidden("NOT_YOURS", "Account " + moment.desk() + " belongs to somebody else."));
    }

    private static RequestRefused refused(final BankRequest request, final String person, final Refused reason) {
        return new RequestRefused(
                person, RequestKinds.of(request), RequestKinds.amountOf(request), reason.getCode(), reason.getDetail());
    }
}
