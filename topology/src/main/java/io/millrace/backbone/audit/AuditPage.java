package io.millrace.backbone.audit;

import io.millrace.backbone.Business;
import io.millrace.schemas.AuditCount;
import io.millrace.schemas.Violation;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What one business's audit has found in the partitions that this instance has. */
public final class AuditPage {

    private final Business business;
    private final AvroCodec codec;
    private final Function<String, ReadOnlyKeyValueStore<String, byte[]>> stores;

    /** {@code stores} gives all local partitions of a store, by its name. */
    public AuditPage(
            final Business business,
            final AvroCodec codec,
            final Function<String, ReadOnlyKeyValueStore<String, byte[]>> stores) {
        this.business = business;
        this.codec = codec;
        this.stores = stores;
    }

    /** The counts, and the newest violations up to so many. */
    public AuditReport report(final int atMost) {
        final List<AuditCount> counts = read(AuditCount.class, Findings.COUNT);
        return new AuditReport(
                counts.stream().mapToLong(AuditCount::getChecked).sum(),
                counts.stream().mapToLong(AuditCount::getViolations).sum(),
                atMost == 0 ? List.of() : AuditReport.newest(read(Violation.class, Findings.FOUND).stream(), atMost));
    }

    private <T> List<T> read(final Class<T> type, final String prefix) {
        final List<T> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows =
                stores.apply(AuditNames.findings(business)).range(prefix, prefix + Findings.END)) {
            rows.forEachRemaining(row -> all.add(type.cast(codec.decode(row.value))));
        }
        return all;
    }
}
