package io.millrace.api.http;

import io.millrace.api.page.Cursor;
import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.page.PageKeys;
import io.millrace.schemas.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A person's rows from where the page before ended: each of its lists goes on from a place of its own. */
final class Onward implements PageRows {

    private static final String ENDED = "";

    private final PageRows rows;
    private final Map<String, String> from;
    private final Map<String, String> to = new LinkedHashMap<>();

    Onward(final PageRows rows, final Map<String, String> from) {
        this.rows = rows;
        this.from = from;
    }

    /** The place in each of a page's lists; empty if no such page can have said that. */
    static Optional<Map<String, String>> places(final Personal personal, final String after) {
        final Map<String, String> places = new HashMap<>();
        for (final String list : after.split(";", -1)) {
            final String[] place = list.split("=", 2);
            if (place.length < 2
                    || personal.tracks().stream()
                            .noneMatch(it -> it.shelf().name().equals(place[0]))) {
                return Optional.empty();
            }
            places.put(place[0], place[1]);
        }
        return Optional.of(places);
    }

    /** Whether the page has lists that can be gone on with. */
    boolean listed() {
        return !to.isEmpty();
    }

    /** Where the next page begins; empty if nothing is left of any list. */
    Optional<String> next() {
        final boolean ended = to.values().stream().allMatch(String::isEmpty);
        final String places = to.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining(";"));
        return ended ? Optional.empty() : Optional.of(Cursor.of(places));
    }

    @Override
    public <T extends SpecificRecord> Optional<Held<T>> find(final Shelf<T> shelf, final String id) {
        return rows.find(shelf, id);
    }

    @Override
    public <T extends SpecificRecord> List<Held<T>> list(
            final Shelf<T> shelf, final @Nullable String after, final int atMost, final boolean backwards) {
        if (after != null || !backwards || atMost > Paging.MOST) {
            return rows.list(shelf, after, atMost, backwards);
        }
        final String place = from.get(shelf.name());
        final List<Held<T>> found = ENDED.equals(place) ? List.of() : rows.list(shelf, place, atMost + 1, true);
        final boolean goesOn = found.size() > atMost;
        final List<Held<T>> shown = goesOn ? found.subList(0, atMost) : found;
        to.put(shelf.name(), goesOn ? place(shown.getLast().row()) : ENDED);
        return shown;
    }

    /** Where a row stands among those of its shelf, whosever it is. */
    private static String place(final Row row) {
        return PageKeys.ofPerson("", row).substring(row.getShelf().length() + 2);
    }
}
