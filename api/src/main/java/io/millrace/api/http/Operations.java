package io.millrace.api.http;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What operators ask: is it alive, is it ready, how is it doing. */
final class Operations {

    private final Health health;
    private final PrometheusMeterRegistry meters;

    Operations(final Health health, final PrometheusMeterRegistry meters) {
        this.health = health;
        this.meters = meters;
    }

    void live(final Context ctx) {
        tell(ctx, health.live());
    }

    void ready(final Context ctx) {
        tell(ctx, health.ready());
    }

    void metrics(final Context ctx) {
        final byte[] figures = meters.scrape().getBytes(StandardCharsets.UTF_8);
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(Packed.body(ctx, figures));
    }

    /** Lets no request in before the process can answer it. */
    void onlyWhenOpen(final Context ctx) {
        if (!health.open() && !isOperation(ctx.path())) {
            Failures.later(ctx, "NOT_READY", "The process is starting or stopping.");
            ctx.skipRemainingHandlers();
        }
    }

    static boolean isOperation(final String path) {
        return path.equals("/livez") || path.equals("/readyz") || path.equals("/metrics");
    }

    private void tell(final Context ctx, final boolean good) {
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", good ? "up" : "down");
        body.put("parts", health.parts());
        Replies.send(ctx, good ? 200 : 503, Outcome.JSON, Json.of(body));
    }
}
