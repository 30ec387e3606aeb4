package io.millrace.backbone.audit;

import io.millrace.backbone.Ledger;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.util.Optional;

/**
 * What every journal keeps, whatever the business decides. Journal and receipts come in any order of one to the other,
 * so each place in the journal is marked by whichever comes first, and judged when the other comes.
 */
final class GeneralLaws {

    static final String SEQ = "SEQ_WITHOUT_GAPS";
    static final String RECEIPT = "EVENT_HAS_ITS_RECEIPT";
    static final String REFUSED = "REFUSED_DOES_NOTHING";
    static final String READABLE = "ENTRY_IS_READABLE";
    static final String CHECKED = "EVENT_CAN_BE_CHECKED";

    /** So far one topic may be ahead of the other, per desk; what lies further apart isn't judged, nor kept. */
    static final long REACH = 1_000;

    private static final String LAST = "~last";
    private static final String TOLD = "~told";
    private static final String EVENT = "~event/";
    private static final String RECEIVED = "~receipt/";

    private GeneralLaws() {}

    static long last(final Ledger ledger) {
        return ledger.sum(LAST);
    }

    /** False for a place that was taken before: whatever it says was counted then. */
    static boolean event(final JournalEntry entry, final Ledger ledger) {
        final long seq = entry.getSeq();
        final long last = last(ledger);
        if (seq != last + 1) {
            ledger.violated(SEQ, seq + " came after " + last);
        }
        if (seq <= last) {
            return false;
        }
        ledger.settle(LAST, seq);
        meet(EVENT, RECEIVED, seq, entry.getCommandId(), told(ledger).orElse(0L), ledger);
        return true;
    }

    /**
     * Receipts of a desk come in the order of its rulings, so each one that goes further than those before stands for
     * exactly the events between. Where the oldest receipts are gone, the first one tells only where to begin.
     */
    static void receipt(
            final Receipt receipt, final boolean fromTheStart, final boolean notesRefusals, final Ledger ledger) {
        final Optional<Long> told = told(ledger);
        final long to = receipt.getSeq();
        final long from = Math.max(told.orElse(0L), to - REACH);
        if (told.isPresent() && to <= told.get()) {
            return;
        }
        ledger.mark(TOLD, Long.toString(to));
        if (told.isEmpty() && !fromTheStart) {
            for (long seq = from + 1; seq <= to; seq++) {
                ledger.erase(EVENT + seq);
            }
            return;
        }
        if (receipt.getRefused() != null && to > from && !notesRefusals) {
            ledger.violated(REFUSED, receipt.getCommandId() + " was refused, and still took " + (from + 1) + "…" + to);
        }
        final long last = last(ledger);
        for (long seq = from + 1; seq <= to; seq++) {
            meet(RECEIVED, EVENT, seq, receipt.getCommandId(), last, ledger);
        }
    }

    /**
     * Marks a place for the other topic, if that has not come so far; else the two are compared. What it has reached was
     * erased then, and nobody looks for it.
     */
    private static void meet(
            final String mine,
            final String theirs,
            final long seq,
            final String commandId,
            final long reached,
            final Ledger ledger) {
        if (seq <= reached) {
            ledger.mark(theirs + seq)
                    .filter(other -> !other.equals(commandId))
                    .ifPresent(other -> ledger.violated(RECEIPT, smuggled(seq, mine, commandId, other)));
            ledger.erase(theirs + seq);
            return;
        }
        ledger.mark(mine + seq, commandId);
        if (seq - REACH > reached) {
            ledger.erase(mine + (seq - REACH));
        }
    }

    private static String smuggled(final long seq, final String mine, final String id, final String other) {
        final boolean event = mine.equals(EVENT);
        return seq + " is " + (event ? id : other) + "'s and has no receipt; the receipt there is "
                + (event ? other : id) + "'s";
    }

    private static Optional<Long> told(final Ledger ledger) {
        return ledger.mark(TOLD).map(Long::valueOf);
    }
}
