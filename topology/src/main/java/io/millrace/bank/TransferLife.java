package io.millrace.bank;

import static io.millrace.bank.AccountBooks.ARRIVALS;
import static io.millrace.bank.AccountBooks.HISTORY;
import static io.millrace.bank.AccountBooks.LAST;
import static io.millrace.bank.AccountBooks.TRANSFERS;

import io.millrace.backbone.History;
import io.millrace.backbone.Rows;
import io.millrace.schemas.bank.Arrival;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.EntryKind;
import io.millrace.schemas.bank.LastRequest;
import io.millrace.schemas.bank.LastStatus;
import io.millrace.schemas.bank.RequestKind;
import io.millrace.schemas.bank.Transfer;
import io.millrace.schemas.bank.TransferCompleted;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferRejected;
import io.millrace.schemas.bank.TransferReturned;
import io.millrace.schemas.bank.TransferSent;
import io.millrace.schemas.bank.TransferStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a transfer leaves behind at both accounts: each of its steps is a line in a history. */
final class TransferLife {

    private TransferLife() {}

    static void sent(final TransferSent e, final Rows rows, final Instant at) {
        rows.put(
                TRANSFERS,
                new Transfer(
                        e.getNumber(),
                        e.getFrom(),
                        e.getTo(),
                        e.getAmount(),
                        TransferStatus.PENDING,
                        null,
                        History.begun(TransferStatus.PENDING, at),
                        at,
                        at));
        rows.put(LAST, RequestLife.last(e.getOwner(), RequestKind.TRANSFER, e.getNumber(), e.getAmount(), at));
        rows.put(
                HISTORY,
                new Entry(
                        e.getEntry(),
                        EntryKind.TRANSFER_OUT,
                        e.getAmount(),
                        e.getBalance(),
                        null,
                        e.getNumber(),
                        null,
                        e.getTo(),
                        null,
                        at,
                        at));
    }

    static void received(final TransferReceived e, final Rows rows, final Instant at) {
        rows.put(ARRIVALS, new Arrival(e.getFrom(), e.getNumber()));
        rows.put(
                HISTORY,
                new Entry(
                        e.getEntry(),
                        EntryKind.TRANSFER_IN,
                        e.getAmount(),
                        e.getBalance(),
                        null,
                        e.getNumber(),
                        e.getFrom(),
                        null,
                        null,
                        at,
                        at));
    }

    static void rejected(final TransferRejected e, final Rows rows, final Instant at) {
        rows.put(ARRIVALS, new Arrival(e.getFrom(), e.getNumber()));
        if (e.getEntry() != null) {
            rows.put(
                    HISTORY,
                    new Entry(
                            e.getEntry(),
                            EntryKind.TRANSFER_REJECTED,
                            e.getAmount(),
                            e.getBalance(),
                            null,
                            e.getNumber(),
                            e.getFrom(),
                            null,
                            e.getReason(),
                            at,
                            at));
        }
    }

    static void completed(final TransferCompleted e, final Rows rows, final Instant at) {
        rows.change(TRANSFERS, e.getNumber(), transfer -> ended(transfer, TransferStatus.COMPLETED, null, at));
    }

    static void returned(final TransferReturned e, final Rows rows, final Instant at) {
        rows.change(TRANSFERS, e.getNumber(), it -> ended(it, TransferStatus.RETURNED, e.getReason(), at));
        rows.change(LAST, e.getOwner(), last -> cancelled(last, e, at));
        rows.put(
                HISTORY,
                new Entry(
                        e.getEntry(),
                        EntryKind.TRANSFER_RETURNED,
                        e.getAmount(),
                        e.getBalance(),
                        null,
                        e.getNumber(),
                        null,
                        e.getTo(),
                        e.getReason(),
                        at,
                        at));
    }

    private static Transfer ended(
            final Transfer transfer, final TransferStatus status, final @Nullable String reason, final Instant at) {
        return new Transfer(
                transfer.getNumber(),
                transfer.getFrom(),
                transfer.getTo(),
                transfer.getAmount(),
                status,
                reason,
                History.and(transfer.getHistory(), status, at),
                transfer.getAt(),
                at);
    }

    /** If that transfer still is the last thing they asked, it wasn't done after all. */
    private static LastRequest cancelled(final LastRequest last, final TransferReturned e, final Instant at) {
        final boolean same = last.getKind() == RequestKind.TRANSFER
                && Long.valueOf(e.getNumber()).equals(last.getNumber());
        return same
                ? new LastRequest(
                        last.getPerson(),
                        last.getKind(),
                        last.getNumber(),
                        last.getAmount(),
                        LastStatus.RequestCancelled,
                        e.getReason(),
                        "The transfer came back: account " + e.getTo() + " could not take it.",
                        last.getAt(),
                        at)
                : last;
    }
}
