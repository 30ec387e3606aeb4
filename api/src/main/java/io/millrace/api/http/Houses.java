package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.http.Reads.Shown;
import io.millrace.api.json.Json;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.Held;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Opening;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.Token;
import io.millrace.backbone.page.Pages;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** A desk's house rules: as they were set, or the defaults where nobody has. */
final class Houses {

    private static final String THE = "the";

    private final Business business;
    private final Resources resources;
    private final Reads reads;

    Houses(final Business business, final Resources resources, final Reads reads) {
        this.business = business;
        this.resources = resources;
        this.reads = reads;
    }

    void show(final Context ctx) {
        Requests.query(ctx, Set.of());
        reads.desk(
                ctx,
                business,
                Sight.of(business.houseAccess()),
                (pages, desk) -> find(business.house(), pages, desk)
                        .map(held -> opened(desk, held))
                        .orElseGet(() -> untouched(desk)));
    }

    void why(final Context ctx) {
        Requests.query(ctx, Set.of());
        reads.desk(ctx, business, Sight.of(Right.behind(business, business.houseAccess())), (pages, desk) -> {
            final Held<?> held = find(business.house(), pages, desk).orElseThrow(() -> unset(desk));
            return new Shown(Why.of(business, resources, held.row()), held.row().getSeq());
        });
    }

    private Shown opened(final String desk, final Held<? extends SpecificRecord> held) {
        final Opening opening = business.opening();
        if (opening != null && !opening.open().test(held.value())) {
            throw unopened(opening, desk);
        }
        return shown(desk, held);
    }

    private static RefusedException unopened(final Opening opening, final String desk) {
        return new RefusedException(404, opening.code(), opening.words().apply(desk));
    }

    private Shown shown(final String desk, final Held<?> held) {
        final Token token = resources.token(held.row());
        return new Shown(
                Json.bytes(json -> resources.write(json, desk, held.value(), token, Resources.changedAt(held.row()))),
                token.seq());
    }

    private Shown untouched(final String desk) {
        final Opening opening = business.opening();
        if (opening != null) {
            throw unopened(opening, desk);
        }
        // they have been so from the beginning, whenever they are looked at
        final Instant ever = Instant.EPOCH;
        final SpecificRecord rules = business.defaultHouse().apply(new Moment(desk, ever, null));
        final Token token = new Token(business.name(), desk, 0);
        return new Shown(Json.bytes(json -> resources.write(json, desk, rules, token, ever)), 0);
    }

    private RefusedException unset(final String desk) {
        final Opening opening = business.opening();
        return opening == null
                ? new RefusedException(404, "NOT_FOUND", "Nobody has set house rules for " + desk + ".")
                : unopened(opening, desk);
    }

    private static <T extends SpecificRecord> Optional<Held<T>> find(
            final Shelf<T> shelf, final Pages pages, final String desk) {
        return pages.desk(desk).find(shelf, THE);
    }
}
