package io.millrace.backbone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A page by person: what concerns a customer, an employee or a rider at all desks of a business. */
public record Personal(String path, String word, List<Track<?>> tracks, View.Maker view) {

    /** Rows of a shelf that concern somebody, and how the page calls them. */
    public record Track<T extends SpecificRecord>(
            String called, Shelf<T> shelf, Function<T, @Nullable String> person) {}

    /** How a caller says how much of each track is wanted. Who takes the question has checked it. */
    public static final String LIMIT = "limit";

    private static final int SHOWN = 200;

    /** {@code /cafe/customers/{customer}} is {@code of("customers", "customer")}. */
    public static Personal of(final String path, final String word) {
        final List<Track<?>> none = List.of();
        return new Personal(path, word, none, (whose, rows, _, _) -> Map.of(word, whose));
    }

    public <T extends SpecificRecord> Personal track(
            final String called, final Shelf<T> shelf, final Function<T, @Nullable String> person) {
        final List<Track<?>> more = new ArrayList<>(tracks);
        more.add(new Track<>(called, shelf, person));
        return new Personal(
                path,
                word,
                List.copyOf(more),
                (whose, rows, query, _) -> everything(word, whose, more, rows, shown(query)));
    }

    /** Shows something made of the rows instead of the rows themselves. */
    public Personal showing(final View.Maker another) {
        return new Personal(path, word, tracks, another);
    }

    private static Map<String, Object> everything(
            final String word, final String whose, final List<Track<?>> tracks, final PageRows rows, final int shown) {
        final Map<String, Object> page = new LinkedHashMap<>();
        page.put(word, whose);
        for (final Track<?> track : tracks) {
            page.put(track.called(), rows.list(track.shelf(), null, shown, true));
        }
        return page;
    }

    /** So many of each track, unless the caller said how many. */
    public static int shown(final Map<String, String> query) {
        final String limit = query.get(LIMIT);
        return limit == null ? SHOWN : Integer.parseInt(limit);
    }
}
