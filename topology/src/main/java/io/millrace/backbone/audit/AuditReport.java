package io.millrace.backbone.audit;

import io.millrace.schemas.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How many events were checked, how many violations were found, and the newest of these. */
public record AuditReport(long checked, long violations, List<Violation> items) {

    public static final AuditReport NOTHING = new AuditReport(0, 0, List.of());

    /** With what another instance, or another business, has found. */
    public AuditReport and(final AuditReport other, final int atMost) {
        return new AuditReport(
                checked + other.checked,
                violations + other.violations,
                newest(Stream.concat(items.stream(), other.items.stream()), atMost));
    }

    static List<Violation> newest(final Stream<Violation> found, final int atMost) {
        return found.sorted(Comparator.comparing(Violation::getAt)
                        .thenComparing(Violation::getSeq)
                        .reversed())
                .limit(atMost)
                .toList();
    }
}
