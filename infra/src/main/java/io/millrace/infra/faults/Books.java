package io.millrace.infra.faults;

import io.millrace.backbone.desk.Below;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A business's books, folded once more in memory. */
final class Books implements Below {

    private final TreeMap<String, SpecificRecord> rows = new TreeMap<>();

    void write(final Map<String, Optional<SpecificRecord>> changes) {
        changes.forEach((key, row) -> row.ifPresentOrElse(it -> rows.put(key, it), () -> rows.remove(key)));
    }

    SortedMap<String, SpecificRecord> rows() {
        return rows;
    }

    @Override
    public @Nullable SpecificRecord get(final String key) {
        return rows.get(key);
    }

    @Override
    public Map<String, SpecificRecord> range(final String from, final String to, final int atMost) {
        return rows.subMap(from, true, to, true).entrySet().stream()
                .limit(atMost)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }

    /** Whether a record counts less than nothing of something. */
    static boolean belowZero(final SpecificRecord row) {
        return row.getSchema().getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.LONG
                        && field.schema().getLogicalType() == null)
                .anyMatch(field -> row.get(field.pos()) instanceof Long number && number < 0);
    }
}
