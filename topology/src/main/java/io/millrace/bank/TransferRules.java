package io.millrace.bank;

import static io.millrace.bank.AccountBooks.ACCOUNT;
import static io.millrace.bank.AccountBooks.ARRIVALS;
import static io.millrace.bank.AccountBooks.HISTORY;
import static io.millrace.bank.AccountBooks.TRANSFERS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.Arrival;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.CompleteTransfer;
import io.millrace.schemas.bank.ReceiveTransfer;
import io.millrace.schemas.bank.ReturnTransfer;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Transfer;
import io.millrace.schemas.bank.TransferCompleted;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferRejected;
import io.millrace.schemas.bank.TransferReturned;
import io.millrace.schemas.bank.TransferSent;
import io.millrace.schemas.bank.TransferStatus;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transfers: money leaves one account, arrives at the other, or comes back. Every step but the first may be asked for
 * twice and happens once, as long as there are books: that doesn't lean on how long receipts are kept.
 */
final class TransferRules {

    private TransferRules() {}

    static Ruling<BankCommand, BankEvent> send(
            final SendTransfer c, final String from, final Account account, final Books books) {
        if (c.getTo().equals(from)) {
            return Ruling.refuse(
                    Refusal.unprocessable("SAME_ACCOUNT", "A transfer goes to another account than it comes from."));
        }
        if (account.getBalance() < c.getAmount()) {
            return Ruling.refuse(Limits.notSufficient(account));
        }
        final long number = books.next(TRANSFERS);
        return Ruling.<BankCommand, BankEvent>accept(new TransferSent(
                        number,
                        account.getOwner(),
                        from,
                        c.getTo(),
                        c.getAmount(),
                        Math.subtractExact(account.getBalance(), c.getAmount()),
                        books.next(HISTORY)))
                .showing(TRANSFERS, number);
    }

    static Ruling<BankCommand, BankEvent> receive(final ReceiveTransfer c, final Books books) {
        if (books.find(ARRIVALS, AccountBooks.arrivalId(new Arrival(c.getFrom(), c.getNumber())))
                .isPresent()) {
            return Ruling.accept();
        }
        final @Nullable Account account = books.the(ACCOUNT).orElse(null);
        if (account == null) {
            return Ruling.accept(rejected(c, 0, null, "ACCOUNT_NOT_FOUND"));
        }
        if (account.getStatus() == AccountStatus.Closed) {
            return Ruling.accept(rejected(c, account.getBalance(), books.next(HISTORY), "ACCOUNT_NOT_FOUND"));
        }
        if (!Limits.admits(account, c.getAmount())) {
            return Ruling.accept(rejected(c, account.getBalance(), books.next(HISTORY), Limits.CODE));
        }
        return Ruling.accept(new TransferReceived(
                c.getFrom(),
                c.getNumber(),
                account.getOwner(),
                c.getAmount(),
                Math.addExact(account.getBalance(), c.getAmount()),
                books.next(HISTORY)));
    }

    static Ruling<BankCommand, BankEvent> complete(final CompleteTransfer c, final Books books) {
        return pending(
                c.getNumber(),
                books,
                transfer -> account -> new TransferCompleted(
                        transfer.getNumber(), account.getOwner(), transfer.getTo(), transfer.getAmount()));
    }

    static Ruling<BankCommand, BankEvent> giveBack(final ReturnTransfer c, final Books books) {
        return pending(
                c.getNumber(),
                books,
                transfer -> account -> new TransferReturned(
                        transfer.getNumber(),
                        account.getOwner(),
                        transfer.getTo(),
                        transfer.getAmount(),
                        Math.addExact(account.getBalance(), transfer.getAmount()),
                        books.next(HISTORY),
                        c.getReason()));
    }

    /** Nothing happens to a transfer that has ended, nor to one there never was. */
    private static Ruling<BankCommand, BankEvent> pending(
            final long number, final Books books, final Function<Transfer, Function<Account, BankEvent>> then) {
        return books.find(TRANSFERS, number)
                .filter(transfer -> transfer.getStatus() == TransferStatus.PENDING)
                .flatMap(transfer -> books.the(ACCOUNT).map(then.apply(transfer)))
                .<Ruling<BankCommand, BankEvent>>map(Ruling::accept)
                .orElseGet(Ruling::accept);
    }

    private static TransferRejected rejected(
            final ReceiveTransfer c, final long balance, final @Nullable Long entry, final String reason) {
        return new TransferRejected(c.getFrom(), c.getNumber(), c.getAmount(), balance, entry, reason);
    }
}
