package io.millrace.api.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What browsers do for the pages they show: no page of somebody else's writes here with a visitor's cookie, or at all,
 * unless it was named; and nothing that we send is taken for something it isn't.
 */
final class Browsers {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Pattern HERE = Pattern.compile(
            "(localhost|[a-z0-9-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1])(:\\d+)?");
    private static final String ORIGIN = "Origin";

    private final Protection protection;

    Browsers(final Protection protection) {
        this.protection = protection;
    }

    void handle(final Context ctx) {
        headers(ctx);
        host(ctx.header("Host"));
        final String origin = ctx.header(ORIGIN);
        if (origin != null && protection.origins().contains(origin)) {
            share(ctx, origin);
        } else if (!READING.contains(ctx.method()) && foreign(ctx, origin)) {
            throw new RefusedException(
                    403, "CROSS_SITE", "A page of another site asked for this. Name that site with --allow-origin.");
        }
    }

    /** Pages say more precisely themselves what they need. */
    private static void headers(final Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
    }

    /** A name that somebody on the web made lead here would make their page one of ours. */
    private void host(final @Nullable String host) {
        if (protection.onlyHere()
                && host != null
                && !HERE.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw new RefusedException(
                    421, "MISDIRECTED", "This is open to everybody on its own machine, and answers to localhost only.");
        }
    }

    private static boolean foreign(final Context ctx, final @Nullable String origin) {
        final String site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        return origin != null && !sameHost(origin, ctx.header("Host"));
    }

    /** What encrypts in front of us changes the scheme, never the host. */
    private static boolean sameHost(final String origin, final @Nullable String host) {
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equalsIgnoreCase(host);
        } catch (final IllegalArgumentException e) {
            return false;
        }
    }

    private static void share(final Context ctx, final String origin) {
        ctx.header("Access-Control-Allow-Origin", origin);
        ctx.header("Vary", ORIGIN);
        ctx.header("Access-Control-Expose-Headers", "Journal-Token, Location, Idempotency-Key, Retry-After");
        if (ctx.method() == HandlerType.OPTIONS && ctx.header("Access-Control-Request-Method") != null) {
            ctx.header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
            // no cookies: who asks from another site brings a token
            ctx.header(
                    "Access-Control-Allow-Headers",
                    "Authorization, Content-Type, Idempotency-Key, Journal-Token, Prefer, Last-Event-ID");
            ctx.header("Access-Control-Max-Age", "600");
            Replies.nothing(ctx, 204);
            ctx.skipRemainingHandlers();
        }
    }
}
