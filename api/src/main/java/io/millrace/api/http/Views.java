package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.http.Reads.Shown;
import io.millrace.api.json.Json;
import io.millrace.api.json.Problems;
import io.millrace.api.page.Cursor;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.View;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A desk's page that is made of its rows when it is asked for; it goes on as lists do. */
final class Views {

    private static final Set<String> KNOWN = Set.of(Paging.LIMIT, Paging.AFTER);
    private static final String NEXT = "next";

    private final Business business;
    private final View view;
    private final Resources resources;
    private final Reads reads;
    private final InstantSource clock;

    Views(
            final Business business,
            final View view,
            final Resources resources,
            final Reads reads,
            final InstantSource clock) {
        this.business = business;
        this.view = view;
        this.resources = resources;
        this.reads = reads;
        this.clock = clock;
    }

    void show(final Context ctx) {
        final Problems problems = new Problems();
        Requests.desk(ctx, business, problems);
        final Map<String, String> query = new HashMap<>(Requests.query(ctx, KNOWN, problems));
        Paging.limit(query, problems);
        Paging.after(query, problems);
        problems.orThrow();
        query.computeIfPresent(Paging.AFTER, (_, next) -> Cursor.id(next).orElse(next));
        reads.desk(ctx, business, Sight.of(view.access()), (pages, desk) -> {
            final SeenRows rows = new SeenRows(pages.desk(desk));
            final Map<String, Object> page = new LinkedHashMap<>(view.maker().make(desk, rows, query, clock.instant()));
            page.put(NEXT, Optional.ofNullable(page.get(NEXT)).map(id -> Cursor.of(id.toString())));
            return new Shown(
                    Json.bytes(json -> resources.page(json, page)), rows.seen().getOrDefault(desk, 0L));
        });
    }
}
