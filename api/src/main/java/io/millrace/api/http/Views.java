package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.http.Reads.Shown;
import io.millrace.api.json.Json;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.View;
import java.time.InstantSource;
import java.util.Map;

/** A desk's page that is made of its rows when it is asked for. */
final class Views {

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
        final Map<String, String> query = Requests.everyQuery(ctx);
        reads.desk(ctx, business, Sight.of(view.access()), (pages, desk) -> {
            final SeenRows rows = new SeenRows(pages.desk(desk));
            final Map<String, Object> page = view.maker().make(desk, rows, query, clock.instant());
            return new Shown(
                    Json.bytes(json -> resources.page(json, page)), rows.seen().getOrDefault(desk, 0L));
        });
    }
}
