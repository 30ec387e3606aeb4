package io.millrace.bank;

import static io.millrace.bank.AccountBooks.HISTORY;
import static io.millrace.bank.AccountBooks.LAST;
import static io.millrace.bank.AccountBooks.REQUESTS;

import io.millrace.backbone.Rows;
import io.millrace.schemas.bank.AccountClosed;
import io.millrace.schemas.bank.AccountOpened;
import io.millrace.schemas.bank.BalanceShown;
import io.millrace.schemas.bank.Deposited;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.EntryKind;
import io.millrace.schemas.bank.HistoryShown;
import io.millrace.schemas.bank.LastRequest;
import io.millrace.schemas.bank.LastStatus;
import io.millrace.schemas.bank.Request;
import io.millrace.schemas.bank.RequestKind;
import io.millrace.schemas.bank.RequestRefused;
import io.millrace.schemas.bank.RequestStatus;
import io.millrace.schemas.bank.Withdrawn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What requests leave behind: themselves, a line in the history where money moved, and the last-request line. */
final class RequestLife {

    private RequestLife() {}

    static void opened(final AccountOpened e, final Rows rows, final Instant at) {
        done(rows, e.getOwner(), request(e.getNumber(), RequestKind.OPEN, e.getAmount(), e.getAmount(), null, at));
        if (e.getEntry() != null) {
            // a first deposit is a deposit
            enter(rows, e.getEntry(), EntryKind.DEPOSIT, e.getAmount(), e.getAmount(), e.getNumber(), at);
        }
    }

    static void closed(final AccountClosed e, final Rows rows, final Instant at) {
        done(rows, e.getOwner(), request(e.getNumber(), RequestKind.CLOSE, 0, 0, null, at));
    }

    static void deposited(final Deposited e, final Rows rows, final Instant at) {
        done(rows, e.getOwner(), request(e.getNumber(), RequestKind.DEPOSIT, e.getAmount(), e.getBalance(), null, at));
        enter(rows, e.getEntry(), EntryKind.DEPOSIT, e.getAmount(), e.getBalance(), e.getNumber(), at);
    }

    static void withdrawn(final Withdrawn e, final Rows rows, final Instant at) {
        done(rows, e.getOwner(), request(e.getNumber(), RequestKind.WITHDRAW, e.getAmount(), e.getBalance(), null, at));
        enter(rows, e.getEntry(), EntryKind.WITHDRAW, e.getAmount(), e.getBalance(), e.getNumber(), at);
    }

    static void balance(final BalanceShown e, final Rows rows, final Instant at) {
        done(rows, e.getOwner(), request(e.getNumber(), RequestKind.BALANCE, 0, e.getBalance(), null, at));
    }

    static void history(final HistoryShown e, final Rows rows, final Instant at) {
        done(rows, e.getOwner(), request(e.getNumber(), RequestKind.HISTORY, 0, e.getBalance(), e.getEntries(), at));
    }

    static void refused(final RequestRefused e, final Rows rows, final Instant at) {
        rows.put(
                LAST,
                new LastRequest(
                        e.getPerson(),
                        e.getKind(),
                        null,
                        e.getAmount(),
                        LastStatus.RequestCancelled,
                        e.getCode(),
                        e.getMessage(),
                        at,
                        at));
    }

    private static void done(final Rows rows, final String person, final Request request) {
        rows.put(REQUESTS, request);
        rows.put(LAST, last(person, request.getKind(), request.getNumber(), request.getAmount(), request.getAt()));
    }

    static LastRequest last(
            final String person, final RequestKind kind, final long number, final long amount, final Instant at) {
        return new LastRequest(person, kind, number, amount, LastStatus.RequestCompleted, null, null, at, at);
    }

    private static Request request(
            final long number,
            final RequestKind kind,
            final long amount,
            final long balance,
            final @Nullable List<Entry> entries,
            final Instant at) {
        return new Request(number, kind, amount, balance, RequestStatus.COMPLETED, entries, at, at);
    }

    private static void enter(
            final Rows rows,
            final long number,
            final EntryKind kind,
            final long amount,
            final long balance,
            final long request,
            final Instant at) {
        rows.put(HISTORY, new Entry(number, kind, amount, balance, request, null, null, null, null, at, at));
    }
}
