package io.millrace.library;

import io.millrace.backbone.Saying;
import io.millrace.schemas.library.LibraryEvent;
import io.millrace.schemas.library.LoanBegun;
import io.millrace.schemas.library.LoanOverdue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What a member is told, and when. */
final class LibraryNotices {

    private LibraryNotices() {}

    static List<Saying> of(final LibraryEvent event) {
        return switch (event) {
            case LoanBegun e ->
                say(
                        e.getMember(),
                        e.getNumber(),
                        e.getTitle() + " is yours until " + LocalDate.ofInstant(e.getDue(), ZoneOffset.UTC) + ".");
            case LoanOverdue e ->
                say(e.getMember(), e.getNumber(), "Please bring back " + e.getTitle() + ": it is overdue.");
            default -> List.of();
        };
    }

    private static List<Saying> say(final String member, final long loan, final String message) {
        return List.of(new Saying(member, "loans/" + loan, message));
    }
}
