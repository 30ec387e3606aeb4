package io.millrace.backbone;

import io.millrace.schemas.JournalEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where, when and by whom: everything a rule or a fold may know beside the books. */
public record Moment(String desk, Instant now, @Nullable String actor) {

    /** When an event happened. */
    public static Moment of(final JournalEntry entry) {
        return new Moment(entry.getDesk(), entry.getAt(), entry.getActor());
    }
}
