package io.millrace.api.http;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Shelf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Rows that remember which desks' events have been seen in them, for the page's token. */
final class SeenRows implements PageRows {

    private final PageRows rows;
    private final Map<String, Long> seen = new LinkedHashMap<>();

    SeenRows(final PageRows rows) {
        this.rows = rows;
    }

    /** The newest event by desk. */
    Map<String, Long> seen() {
        return seen;
    }

    @Override
    public <T extends SpecificRecord> Optional<Held<T>> find(final Shelf<T> shelf, final String id) {
        final Optional<Held<T>> found = rows.find(shelf, id);
        found.ifPresent(this::see);
        return found;
    }

    @Override
    public <T extends SpecificRecord> List<Held<T>> list(
            final Shelf<T> shelf, final @Nullable String after, final int atMost, final boolean backwards) {
        final List<Held<T>> found = rows.list(shelf, after, atMost, backwards);
        found.forEach(this::see);
        return found;
    }

    private void see(final Held<?> held) {
        seen.merge(held.row().getDesk(), held.row().getSeq(), Math::max);
    }
}
