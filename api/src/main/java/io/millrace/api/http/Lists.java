package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.http.Reads.Shown;
import io.millrace.api.json.Json;
import io.millrace.api.json.Problems;
import io.millrace.api.page.Cursor;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Held;
import io.millrace.backbone.Listing;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.page.Pages;
import io.millrace.schemas.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A listing's rows, page by page. */
final class Lists<T extends SpecificRecord> {

    /** Rows that are looked at for one answer at the most; a rare filter goes on with {@code next}. */
    private static final int LOOKED_AT = 10_000;

    private static final int FURTHER = 500;

    private record Line(String id, Object view, Row row) {}

    private final Business business;
    private final Listing<T> listing;
    private final Resources resources;
    private final Reads reads;
    private final Set<String> known;
    private final boolean newestFirst;
    private final boolean remembered;

    Lists(final Business business, final Listing<T> listing, final Resources resources, final Reads reads) {
        this.business = business;
        this.listing = listing;
        this.resources = resources;
        this.reads = reads;
        this.newestFirst = Resources.newestFirst(listing);
        this.remembered = business.remembered().contains(listing.shelf());
        this.known = new HashSet<>(listing.filters().keySet());
        known.addAll(remembered ? Set.of(Paging.LIMIT, Paging.AFTER, Paging.AT) : Set.of(Paging.LIMIT, Paging.AFTER));
    }

    void list(final Context ctx) {
        final Problems problems = new Problems();
        Requests.desk(ctx, business, problems);
        final Map<String, String> query = Requests.query(ctx, known, problems);
        final int limit = Paging.limit(query, problems);
        final String after = Paging.after(query, problems);
        final Instant at = Paging.at(query, problems);
        final Predicate<T> filter = filter(query, problems);
        problems.orThrow();
        reads.desk(
                ctx,
                business,
                Sight.list(listing.access(), query),
                (pages, desk) -> at == null
                        ? now(pages.desk(desk), filter, after, limit, desk)
                        : then(pages, filter, after, limit, desk, at));
    }

    private Shown now(
            final PageRows rows,
            final Predicate<T> filter,
            final @Nullable String after,
            final int limit,
            final String desk) {
        final List<Line> lines = new ArrayList<>();
        String from = after;
        String next = null;
        int looked = 0;
        // most of what is looked at is wanted; only who filters out much has to look further, and in larger steps
        int chunk = limit + 1;
        while (next == null) {
            final List<Held<T>> found = rows.list(listing.shelf(), from, chunk, newestFirst);
            for (final Held<T> held : found) {
                final Object view = filter.test(held.value()) ? listing.view().apply(held.value()) : null;
                if (view != null && lines.size() == limit) {
                    next = from;
                    break;
                }
                from = held.row().getId();
                if (view != null) {
                    lines.add(new Line(from, view, held.row()));
                }
            }
            looked += found.size();
            if (found.size() < chunk) {
                break;
            }
            next = next == null && looked >= LOOKED_AT ? from : next;
            chunk = Math.max(chunk, FURTHER);
        }
        return shown(lines, next, desk);
    }

    private Shown then(
            final Pages pages,
            final Predicate<T> filter,
            final @Nullable String after,
            final int limit,
            final String desk,
            final Instant at) {
        final Comparator<String> order = newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        final List<Line> lines = new ArrayList<>();
        for (final Pages.Past<T> past : pages.past(desk, listing.shelf(), at)) {
            final T value = past.value();
            final String id = listing.shelf().idOf().apply(value);
            final Object view = filter.test(value) ? listing.view().apply(value) : null;
            if (view != null && (after == null || order.compare(id, after) > 0)) {
                lines.add(new Line(id, view, past.row()));
            }
        }
        lines.sort(Comparator.comparing(Line::id, order));
        final boolean more = lines.size() > limit;
        final List<Line> first = more ? lines.subList(0, limit) : lines;
        return shown(first, more ? first.getLast().id() : null, desk);
    }

    private Shown shown(final List<Line> lines, final @Nullable String next, final String desk) {
        long seq = 0;
        for (final Line line : lines) {
            seq = Math.max(seq, line.row().getSeq());
        }
        final byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            json.writeName("items");
            json.writeStartArray();
            for (final Line line : lines) {
                final Row row = line.row();
                resources.write(json, desk, line.view(), resources.token(row), Resources.changedAt(row));
            }
            json.writeEndArray();
            json.writeStringProperty("next", next == null ? null : Cursor.of(next));
            json.writeEndObject();
        });
        return new Shown(body, seq);
    }

    private Predicate<T> filter(final Map<String, String> query, final Problems problems) {
        Predicate<T> all = _ -> true;
        for (final Map.Entry<String, Listing.Filter<T>> entry :
                listing.filters().entrySet()) {
            final String wanted = query.get(entry.getKey());
            final Listing.Filter<T> filter = entry.getValue();
            if (wanted != null) {
                if (!filter.values().isEmpty() && !filter.values().contains(wanted)) {
                    problems.add(entry.getKey(), "must be one of " + String.join(", ", filter.values()));
                }
                if (filter.is() != null) {
                    Requests.checked(wanted, entry.getKey(), Checks.named(filter.is()), problems);
                }
                all = all.and(value -> wanted.equals(filter.of().apply(value)));
            }
        }
        return all;
    }
}
