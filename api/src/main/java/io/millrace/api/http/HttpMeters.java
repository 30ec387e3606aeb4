package io.millrace.api.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times requests by route, not by address. */
final class HttpMeters {

    private record What(String method, String route, int status) {}

    private final MeterRegistry registry;
    private final Map<What, Timer> timers = new ConcurrentHashMap<>();

    HttpMeters(final MeterRegistry registry) {
        this.registry = registry;
    }

    void time(final Context ctx, final Float millis) {
        final Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        final String route = endpoint == null ? "none" : endpoint.path;
        timers.computeIfAbsent(new What(ctx.method().name(), route, ctx.statusCode()), this::timer)
                .record((long) (millis * 1_000), TimeUnit.MICROSECONDS);
    }

    private Timer timer(final What what) {
        return Timer.builder("millrace.http")
                .description("Requests by route and status")
                .tag("method", what.method())
                .tag("route", what.route())
                .tag("status", Integer.toString(what.status()))
                .serviceLevelObjectives(
                        Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofMillis(500))
                .register(registry);
    }
}
