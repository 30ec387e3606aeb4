package io.millrace.bank;

import static io.millrace.bank.AccountBooks.ACCOUNT;
import static io.millrace.bank.AccountBooks.HISTORY;
import static io.millrace.bank.AccountBooks.REQUESTS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.Refused;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountClosed;
import io.millrace.schemas.bank.AccountOpened;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.BalanceShown;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.Deposited;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.HistoryShown;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.Withdraw;
import io.millrace.schemas.bank.Withdrawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests: opening and closing an account, money in and out, and what is asked about it. */
final class RequestRules {

    /** As many lines as a HISTORY request shows; the rest is on the account's history page. */
    static final int SHOWN = 100;

    private RequestRules() {}

    /** A closed account keeps its history, so it opens again for who owned it, and for nobody else. */
    static Ruling<BankCommand, BankEvent> open(final OpenAccount c, final String person, final Books books) {
        final Optional<Account> before = books.the(ACCOUNT);
        final boolean taken = before.filter(account -> account.getStatus() == AccountStatus.Use
                        || !account.getOwner().equals(person))
                .isPresent();
        if (taken) {
            return Ruling.refuse(Refusal.conflict("ACCOUNT_EXISTS", "That account number is taken."));
        }
        final Long entry = c.getAmount() == 0 ? null : books.next(HISTORY);
        return done(books, new AccountOpened(books.next(REQUESTS), person, c.getAmount(), entry));
    }

    static Ruling<BankCommand, BankEvent> close(final Account account, final Books books) {
        return account.getBalance() == 0 && account.getPending() == 0
                ? done(books, new AccountClosed(books.next(REQUESTS), account.getOwner()))
                : Ruling.refuse(remaining(account));
    }

    static Ruling<BankCommand, BankEvent> deposit(final Deposit c, final Account account, final Books books) {
        return Limits.admits(account, c.getAmount())
                ? done(
                        books,
                        new Deposited(
                                books.next(REQUESTS),
                                account.getOwner(),
                                c.getAmount(),
                                Math.addExact(account.getBalance(), c.getAmount()),
                                books.next(HISTORY)))
                : Ruling.refuse(Limits.exceeded(account));
    }

    static Ruling<BankCommand, BankEvent> withdraw(final Withdraw c, final Account account, final Books books) {
        return account.getBalance() >= c.getAmount()
                ? done(
                        books,
                        new Withdrawn(
                                books.next(REQUESTS),
                                account.getOwner(),
                                c.getAmount(),
                                Math.subtractExact(account.getBalance(), c.getAmount()),
                                books.next(HISTORY)))
                : Ruling.refuse(Limits.notSufficient(account));
    }

    static Ruling<BankCommand, BankEvent> balance(final Account account, final Books books) {
        return done(books, new BalanceShown(books.next(REQUESTS), account.getOwner(), account.getBalance()));
    }

    static Ruling<BankCommand, BankEvent> history(final Account account, final Books books) {
        return done(
                books, new HistoryShown(books.next(REQUESTS), account.getOwner(), account.getBalance(), newest(books)));
    }

    private static Ruling<BankCommand, BankEvent> done(final Books books, final BankEvent event) {
        return Ruling.<BankCommand, BankEvent>accept(event).showing(REQUESTS, books.next(REQUESTS));
    }

    /** Money that is still on its way out may come back, and must find the account open. */
    private static Refused remaining(final Account account) {
        return Refusal.with(
                Refusal.with(
                        Refusal.conflict("BALANCE_REMAINING", "Only an empty account can be closed."),
                        "balance",
                        account.getBalance()),
                "pending",
                account.getPending());
    }

    private static List<Entry> newest(final Books books) {
        final List<Entry> entries = new ArrayList<>();
        final long last = books.next(HISTORY) - 1;
        for (long number = last; number > Math.max(0, last - SHOWN); number--) {
            books.find(HISTORY, number).ifPresent(entries::add);
        }
        return entries;
    }
}
