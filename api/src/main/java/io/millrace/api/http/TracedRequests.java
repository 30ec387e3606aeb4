package io.millrace.api.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.millrace.api.trace.Step;
import io.millrace.api.trace.Tracing;
import io.millrace.backbone.stream.Trace;
import java.util.Optional;
import java.util.Set;

/**
 * Begins a trace with each request that may cause something, or goes on with the client's own, and ends its first step
 * with the answer. Reads cause nothing; how long they take is a figure.
 */
final class TracedRequests {

    private static final String STEP = "millrace-step";
    private static final Set<HandlerType> CAUSES =
            Set.of(HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);
    private static final int OUR_FAULT = 500;

    private final Tracing tracing;

    TracedRequests(final Tracing tracing) {
        this.tracing = tracing;
    }

    Handler following(final Endpoint endpoint) {
        if (!tracing.on() || !CAUSES.contains(endpoint.method)) {
            return endpoint.handler;
        }
        // the route, not the address, which may name people
        final String name = endpoint.method.name() + " " + endpoint.path;
        return ctx -> {
            final Step step = tracing.asked(name, ctx.header(Trace.HEADER));
            ctx.attribute(STEP, step);
            step.tell("http.request.method", endpoint.method.name()).tell("http.route", endpoint.path);
            step.during(() -> {
                endpoint.handler.handle(ctx);
                return step;
            });
        };
    }

    void answered(final Context ctx) {
        final Step step = ctx.attribute(STEP);
        if (step != null) {
            step.tell("http.response.status_code", ctx.statusCode())
                    .tell("millrace.command", ctx.res().getHeader(Requests.KEY));
            if (ctx.statusCode() >= OUR_FAULT) {
                step.failed();
            }
            step.close();
        }
    }

    /** By which the trace of a request is known, if it is kept. */
    static Optional<String> trace(final Context ctx) {
        final Step step = ctx.attribute(STEP);
        return step == null ? Optional.empty() : step.trace();
    }
}
