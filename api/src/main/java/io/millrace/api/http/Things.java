package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.http.Reads.Shown;
import io.millrace.api.json.Json;
import io.millrace.api.json.PathNumber;
import io.millrace.api.json.Problems;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.Held;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.page.Pages;
import io.millrace.schemas.Row;
import java.time.Instant;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** One thing on a list, by its number or name; and why it is as it is. */
final class Things<T extends SpecificRecord> {

    private final Business business;
    private final Listing<T> listing;
    private final Resources resources;
    private final Reads reads;
    private final Set<String> known;

    Things(final Business business, final Listing<T> listing, final Resources resources, final Reads reads) {
        this.business = business;
        this.listing = listing;
        this.resources = resources;
        this.reads = reads;
        this.known = business.remembered().contains(listing.shelf()) ? Set.of(Paging.AT) : Set.of();
    }

    void one(final Context ctx) {
        final Problems problems = new Problems();
        Requests.desk(ctx, business, problems);
        final Instant at = Paging.at(Requests.query(ctx, known, problems), problems);
        problems.orThrow();
        final String id = id(ctx);
        reads.desk(
                ctx,
                business,
                Sight.one(listing.access(), listing.shelf(), id),
                (pages, desk) -> at == null ? now(pages, desk, id) : then(pages, desk, id, at));
    }

    void why(final Context ctx) {
        Requests.query(ctx, Set.of());
        final String id = id(ctx);
        final Sight sight = Sight.one(Right.behind(business, listing.access()), listing.shelf(), id);
        reads.desk(ctx, business, sight, (pages, desk) -> {
            final Held<T> held = find(pages, desk, id);
            return new Shown(Why.of(business, resources, held.row()), held.row().getSeq());
        });
    }

    private Shown now(final Pages pages, final String desk, final String id) {
        final Held<T> held = find(pages, desk, id);
        final Object view = viewOf(held.value(), id);
        return shown(desk, view, held.row());
    }

    private Shown then(final Pages pages, final String desk, final String id, final Instant at) {
        final Pages.Past<T> found = pages.past(desk, listing.shelf(), at).stream()
                .filter(past -> listing.shelf().idOf().apply(past.value()).equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        final Object view = viewOf(found.value(), id);
        return shown(desk, view, found.row());
    }

    private Shown shown(final String desk, final Object view, final Row row) {
        return new Shown(
                Json.bytes(json -> resources.write(json, desk, view, resources.token(row), Resources.changedAt(row))),
                row.getSeq());
    }

    /** Found, and on this list. */
    private Held<T> find(final Pages pages, final String desk, final String id) {
        final Held<T> held = pages.desk(desk).find(listing.shelf(), id).orElseThrow(() -> unknown(id));
        viewOf(held.value(), id);
        return held;
    }

    private Object viewOf(final T value, final String id) {
        final Object view = listing.view().apply(value);
        if (view == null) {
            throw unknown(id);
        }
        return view;
    }

    private String id(final Context ctx) {
        final String given = ctx.pathParam("id");
        if (!listing.shelf().numbered()) {
            final String here = business.name() + "/" + ctx.pathParam("desk") + "@";
            return listing.shelf().asked().apply(given, here).orElseThrow(() -> unknown(given));
        }
        final Long number = PathNumber.of(given);
        if (number == null) {
            throw unknown(given);
        }
        return Shelf.numberId(number);
    }

    private RefusedException unknown(final String id) {
        final String shown = listing.shelf().numbered() && PathNumber.of(id.replaceFirst("^0+", "")) != null
                ? Resources.outerId(listing.shelf(), id)
                : id;
        return new RefusedException(404, "NOT_FOUND", "There is no " + shown + " among the " + listing.path() + ".");
    }
}
