package io.millrace.backbone.audit;

import io.millrace.backbone.Ledger;
import io.millrace.schemas.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What others say of a desk, judged by the desk's own ledger. Journals of two desks are read in any order, so a claim
 * that comes before the event it goes by waits for it, in the ledger.
 */
final class Claims {

    private static final String WAITING = "~claim/";
    private static final String BETWEEN = "\t";
    private static final int PARTS = 5;

    private Claims() {}

    /** Whether it can be judged now; if not, it waits. */
    static boolean ripe(final Claim claim, final Ledger ledger) {
        if (claim.getSeq() <= GeneralLaws.last(ledger)) {
            return true;
        }
        final String text = String.join(
                BETWEEN,
                claim.getLaw(),
                claim.getKey(),
                claim.getValue(),
                claim.getBy(),
                claim.getAt().toString());
        int n = 0;
        while (ledger.mark(place(claim.getSeq(), n)).isPresent()) {
            n++;
        }
        ledger.mark(place(claim.getSeq(), n), text);
        return false;
    }

    /** Those that have waited for this event, and wait no more. */
    static List<Claim> ripened(final String business, final String desk, final long seq, final Ledger ledger) {
        final List<Claim> ripe = new ArrayList<>();
        Optional<String> text = ledger.mark(place(seq, 0));
        for (int n = 0; text.isPresent(); text = ledger.mark(place(seq, ++n))) {
            final String[] parts = text.get().split(BETWEEN, PARTS);
            ripe.add(new Claim(business, desk, seq, parts[0], parts[1], parts[2], parts[3], Instant.parse(parts[4])));
            ledger.erase(place(seq, n));
        }
        return ripe;
    }

    /** What is wrong with it; nothing: it is true. */
    static Optional<String> wrong(final Claim claim, final Ledger ledger) {
        if (claim.getSeq() == 0) {
            return Optional.of("it follows from nothing at " + claim.getDesk());
        }
        final String there = ledger.mark(claim.getKey()).orElse("nothing");
        return there.equals(claim.getValue())
                ? Optional.empty()
                : Optional.of("it goes by " + claim.getKey() + " at " + claim.getDesk() + " being " + claim.getValue()
                        + ", but there is " + there);
    }

    private static String place(final long seq, final int n) {
        return WAITING + seq + "/" + n;
    }
}
