package io.millrace.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.millrace.api.command.BusyException;
import io.millrace.api.command.NotTakenException;
import io.millrace.api.json.MalformedException;
import io.millrace.api.page.NotThereException;
import io.millrace.api.trace.Step;
import io.millrace.schemas.client.RegistryException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The one place where what went wrong becomes what the caller is told. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Seldom SELDOM = new Seldom();
    private static final String SOON = "1";
    private static final int UNAUTHENTICATED = 401;

    private Failures() {}

    static void map(final RoutesConfig routes) {
        routes.exception(RefusedException.class, Failures::refused);
        routes.exception(MalformedException.class, Failures::malformed);
        routes.exception(BusyException.class, (e, ctx) -> later(ctx, "BUSY", String.valueOf(e.getMessage())));
        routes.exception(NotThereException.class, (e, ctx) -> later(ctx, "NOT_READY", String.valueOf(e.getMessage())));
        routes.exception(NotTakenException.class, Failures::notTaken);
        routes.exception(RegistryException.class, Failures::noRegistry);
        routes.exception(MethodNotAllowedResponse.class, Failures::wrongMethod);
        routes.exception(HttpResponseException.class, Failures::ofJavalin);
        routes.exception(Exception.class, Failures::unexpected);
    }

    static void tell(final Context ctx, final HttpProblem problem) {
        Replies.send(ctx, problem.status(), HttpProblem.TYPE, problem.body());
    }

    private static void refused(final RefusedException e, final Context ctx) {
        if (e.problem().status() == UNAUTHENTICATED) {
            // browsers ask for a password by themselves where they see "Basic"; a page of ours has a form for it
            final String accept = ctx.header("Accept");
            final boolean ofPage =
                    ctx.header("X-Requested-With") != null || accept != null && accept.contains("text/event-stream");
            ctx.header(
                    "WWW-Authenticate",
                    ofPage ? "Bearer realm=\"Millrace\"" : "Basic realm=\"Millrace\", charset=\"UTF-8\"");
        }
        tell(ctx, e.problem());
    }

    private static void malformed(final MalformedException e, final Context ctx) {
        tell(ctx, new HttpProblem(400, "MALFORMED", String.valueOf(e.getMessage()), Map.of(), e.problems()));
    }

    static void later(final Context ctx, final String code, final String detail) {
        ctx.header("Retry-After", SOON);
        tell(ctx, HttpProblem.of(503, code, detail));
    }

    private static void notTaken(final NotTakenException e, final Context ctx) {
        if (SELDOM.now()) {
            about(LOG.atWarn(), ctx)
                    .log("command not taken, path={}, why={}", ctx.path(), String.valueOf(e.getCause()));
        }
        later(ctx, "UNAVAILABLE", e.getMessage() + " Send it again with the same Idempotency-Key.");
    }

    /** By the first two, a line in the log is found again in receipts and journals; by the third, what else it caused. */
    private static LoggingEventBuilder about(final LoggingEventBuilder line, final Context ctx) {
        final LoggingEventBuilder about =
                line.addKeyValue("command", ctx.header(Requests.KEY)).addKeyValue("token", ctx.header(Requests.TOKEN));
        return TracedRequests.trace(ctx)
                .map(trace -> about.addKeyValue(Step.IN_LOG, trace))
                .orElse(about);
    }

    private static void noRegistry(final RegistryException e, final Context ctx) {
        if (SELDOM.now()) {
            about(LOG.atWarn(), ctx)
                    .log("the schema registry can't be asked, path={}, why={}", ctx.path(), e.getMessage());
        }
        later(ctx, "UNAVAILABLE", "The schema registry can't be reached.");
    }

    private static void wrongMethod(final MethodNotAllowedResponse e, final Context ctx) {
        // Javalin calls them otherwise for browsers
        final String methods = String.join(",", e.getDetails().values());
        final String allow =
                String.join(", ", new TreeSet<>(List.of(methods.replace(" ", "").split(","))));
        ctx.header("Allow", allow);
        tell(ctx, HttpProblem.of(405, "METHOD_NOT_ALLOWED", "This address takes " + allow + " only."));
    }

    private static void ofJavalin(final HttpResponseException e, final Context ctx) {
        tell(
                ctx,
                switch (e.getStatus()) {
                    case 404 -> HttpProblem.notFound();
                    case 413 -> HttpProblem.of(413, "TOO_LARGE", "The body is over 64 KiB.");
                    default -> HttpProblem.of(e.getStatus(), "HTTP_" + e.getStatus(), String.valueOf(e.getMessage()));
                });
    }

    private static void unexpected(final Exception e, final Context ctx) {
        about(LOG.atError(), ctx).setCause(e).log("request failed, method={}, path={}", ctx.method(), ctx.path());
        tell(ctx, HttpProblem.of(500, "INTERNAL", "Something went wrong here; it has been written down."));
    }
}
