package io.millrace.backbone;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes a business private: a desk's pages are for its owner alone, receipts for who sent the command, and every write
 * is confirmed with the sender's id and password, each time. Commands that only ask take a session too.
 */
public record Privacy(
        Shelf<?> shelf, Function<SpecificRecord, String> owner, Set<Class<? extends SpecificRecord>> asking) {

    /** The one thing on that shelf says whose the desk is. */
    @SuppressWarnings("unchecked") // the shelf holds nothing else
    public static <T extends SpecificRecord> Privacy of(final Shelf<T> shelf, final Function<T, String> owner) {
        return new Privacy(shelf, row -> owner.apply((T) row), Set.of());
    }

    /** These commands change nothing that is worth a confirmation: a session is enough. */
    @SafeVarargs
    public final Privacy asking(final Class<? extends SpecificRecord>... commands) {
        final Set<Class<? extends SpecificRecord>> all = new HashSet<>(asking);
        all.addAll(Set.of(commands));
        return new Privacy(shelf, owner, Set.copyOf(all));
    }
}
