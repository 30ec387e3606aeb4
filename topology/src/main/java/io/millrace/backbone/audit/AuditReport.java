package io.millrace.backbone.audit;

import io.millrace.schemas.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How many events were checked, how many violations were found, and the newest of these. */
public record AuditReport(long checked, long violations, List<Violation> items) {

    static List<Violation> newest(final Stream<Violation> found, final int atMost) {
        return found.sorted(Comparator.comparing(Violation::getAt)
                        .thenComparing(Violation::getSeq)
                        .reversed())
                .limit(atMost)
                .toList();
    }
}
