package io.millrace.backbone;

import org.apache.avro.specific.SpecificRecord;

/**
 * A business's own bookkeeping, to hold against its journal. It knows nothing of rules and folds: it adds up what events
 * say in a ledger of its own, and says where that doesn't come out. Pure, like rules.
 */
@FunctionalInterface
public interface Auditor<E extends SpecificRecord> {

    void check(E event, Ledger ledger, Moment moment);

    /** What a receipt showed, when the ledger stands at that very place: the books must say what the sums say. */
    default void shown(final SpecificRecord resource, final Ledger ledger, final Moment moment) {
        // not every business shows something to add up
    }

    /** Whether its laws reach from desk to desk, by what events {@link Ledger#claims} of others. */
    default boolean betweenDesks() {
        return false;
    }
}
