package io.millrace.testkit;

import io.millrace.backbone.desk.Below;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Books in memory. */
public final class MemoryBooks implements Below {

    private final TreeMap<String, SpecificRecord> rows = new TreeMap<>();

    public void write(final Map<String, Optional<SpecificRecord>> changes) {
        changes.forEach((key, row) -> row.ifPresentOrElse(it -> rows.put(key, it), () -> rows.remove(key)));
    }

    public SortedMap<String, SpecificRecord> rows() {
        return rows;
    }

    @Override
    public @Nullable SpecificRecord get(final String key) {
        return rows.get(key);
    }

    @Override
    public Map<String, SpecificRecord> range(final String from, final String to, final int atMost) {
        return rows.subMap(from, to).entrySet().stream()
                .limit(atMost)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }
}
