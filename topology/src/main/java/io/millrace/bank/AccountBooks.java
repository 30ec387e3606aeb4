package io.millrace.bank;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountClosed;
import io.millrace.schemas.bank.AccountOpened;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.Arrival;
import io.millrace.schemas.bank.BalanceShown;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.Deposited;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.HistoryShown;
import io.millrace.schemas.bank.LastRequest;
import io.millrace.schemas.bank.Request;
import io.millrace.schemas.bank.RequestRefused;
import io.millrace.schemas.bank.Transfer;
import io.millrace.schemas.bank.TransferCompleted;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferRejected;
import io.millrace.schemas.bank.TransferReturned;
import io.millrace.schemas.bank.TransferSent;
import io.millrace.schemas.bank.Withdrawn;
import java.time.Instant;

/** What an account keeps, and what each event does to it. */
public final class AccountBooks {

    public static final Shelf<Account> ACCOUNT = Shelf.single("account", Account.class);
    public static final Shelf<Request> REQUESTS = Shelf.numbered("requests", Request.class, Request::getNumber);
    public static final Shelf<Transfer> TRANSFERS = Shelf.numbered("transfers", Transfer.class, Transfer::getNumber);
    public static final Shelf<Entry> HISTORY = Shelf.numbered("history", Entry.class, Entry::getNumber);

    /** Transfers that came here, kept or not: so none comes twice. */
    static final Shelf<Arrival> ARRIVALS =
            Shelf.named("arrivals", Arrival.class, AccountBooks::arrivalId).forRules();

    /** What each person asked of this account last. Refusals are noted here: no rule goes by it. */
    public static final Shelf<LastRequest> LAST = Shelf.named("last", LastRequest.class, LastRequest::getPerson);

    private AccountBooks() {}

    /** An account that never was opened. */
    static Account never(final Moment moment) {
        return new Account("", AccountStatus.Closed, 0L, 0L, moment.now(), moment.now());
    }

    static String arrivalId(final Arrival arrival) {
        return arrival.getFrom() + "." + Shelf.numberId(arrival.getNumber());
    }

    static void fold(final BankEvent event, final Rows rows, final Instant at) {
        switch (event) {
            case AccountOpened e -> {
                rows.put(ACCOUNT, new Account(e.getOwner(), AccountStatus.Use, e.getAmount(), 0L, at, at));
                RequestLife.opened(e, rows, at);
            }
            case AccountClosed e -> {
                rows.change(ACCOUNT, "the", account -> closed(account, at));
                RequestLife.closed(e, rows, at);
            }
            case Deposited e -> {
                moved(rows, e.getBalance(), 0, at);
                RequestLife.deposited(e, rows, at);
            }
            case Withdrawn e -> {
                moved(rows, e.getBalance(), 0, at);
                RequestLife.withdrawn(e, rows, at);
            }
            case BalanceShown e -> RequestLife.balance(e, rows, at);
            case HistoryShown e -> RequestLife.history(e, rows, at);
            case TransferSent e -> {
                moved(rows, e.getBalance(), e.getAmount(), at);
                TransferLife.sent(e, rows, at);
            }
            case TransferReceived e -> {
                moved(rows, e.getBalance(), 0, at);
                TransferLife.received(e, rows, at);
            }
            case TransferRejected e -> TransferLife.rejected(e, rows, at);
            case TransferCompleted e -> {
                rows.change(ACCOUNT, "the", account -> moved(account, account.getBalance(), -e.getAmount(), at));
                TransferLife.completed(e, rows, at);
            }
            case TransferReturned e -> {
                moved(rows, e.getBalance(), -e.getAmount(), at);
                TransferLife.returned(e, rows, at);
            }
            case RequestRefused e -> RequestLife.refused(e, rows, at);
        }
    }

    private static void moved(final Rows rows, final long balance, final long pending, final Instant at) {
        rows.change(ACCOUNT, "the", account -> moved(account, balance, pending, at));
    }

    private static Account moved(final Account account, final long balance, final long pending, final Instant at) {
        return new Account(
                account.getOwner(),
                account.getStatus(),
                balance,
                Math.addExact(account.getPending(), pending),
                account.getOpenedAt(),
                at);
    }

    private static Account closed(final Account account, final Instant at) {
        return new Account(account.getOwner(), AccountStatus.Closed, 0L, 0L, account.getOpenedAt(), at);
    }
}
