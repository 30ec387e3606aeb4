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
        final Optional<String> receipt = ledger.mark(RECEIVED + seq);
        if (receipt.isPresent()) {
            same(seq, entry.getCommandId(), receipt.get(), ledger);
            ledger.erase(RECEIVED + seq);
        } else if (told(ledger).isEmpty() || seq > told(ledger).get()) {
            ledger.mark(EVENT + seq, entry.getCommandId());
            ledger.erase(EVENT + (seq - REACH));
        }
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
            meet(seq, receipt.getCommandId(), last, ledger);
        }
    }

    private static void meet(final long seq, final String commandId, final long last, final Ledger ledger) {
        final Optional<String> event = ledger.mark(EVENT + seq);
        if (event.isPresent()) {
            same(seq, event.get(), commandId, ledger);
            ledger.erase(EVENT + seq);
        } else if (seq > last) {
            ledger.mark(RECEIVED + seq, commandId);
            ledger.erase(RECEIVED + (seq - REACH));
        }
    }

    private static void same(final long seq, final String event, final String receipt, final Ledger ledger) {
        if (!event.equals(receipt)) {
            ledger.violated(
                    RECEIPT, seq + " is " + event + "'s and has no receipt; the receipt there is " + receipt + "'s");
        }
    }

    private static Optional<Long> told(final Ledger ledger) {
        return ledger.mark(TOLD).map(Long::valueOf);
    }
}
