package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.schemas.JournalEntry;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Books in memory, for those who fold a journal once more: tests, and whoever checks what was decided. */
public final class MemoryBooks implements Below {

    private final TreeMap<String, SpecificRecord> rows = new TreeMap<>();

    public void write(final Map<String, Optional<SpecificRecord>> changes) {
        changes.forEach((key, row) -> row.ifPresentOrElse(it -> rows.put(key, it), () -> rows.remove(key)));
    }

    /** What an event does to them, as at its desk. */
    public void fold(final Business business, final JournalEntry entry) {
        final Overlay overlay = new Overlay(entry.getDesk(), this);
        business.rules().fold(entry.event(), overlay, Moment.of(entry));
        write(overlay.changes());
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
