package io.millrace.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages for people. They are files and nothing else: whatever they show or do goes through the same HTTP interface
 * that everybody has. Each address of a page answers with the one shell, which finds out the rest by itself.
 */
final class WebPages {

    private static final String SHELL = "index.html";

    /** No part of a name begins with a dot, so none leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9-]+/)*[A-Za-z0-9-][A-Za-z0-9.-]*");

    /** Everything a page needs comes from here; nothing that is written into a page can run. */
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            // kept, but asked for each time: a new version is there at once, an old one costs no bytes
            "Cache-Control", "no-cache",
            "Vary", "Accept-Encoding");

    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    void routes(final RoutesConfig routes) {
        routes.get("/", ctx -> send(ctx, SHELL), Right.ANYBODY);
        routes.get("/ui", ctx -> send(ctx, SHELL), Right.ANYBODY);
        routes.get("/ui/<page>", ctx -> send(ctx, SHELL), Right.ANYBODY);
        routes.get("/backbone", ctx -> send(ctx, SHELL), Right.ANYBODY);
        routes.get("/favicon.ico", ctx -> send(ctx, "icon.svg"), Right.ANYBODY);
        routes.get("/web/<file>", ctx -> send(ctx, ctx.pathParam("file")), Right.ANYBODY);
    }

    private void send(final Context ctx, final String name) {
        final WebFile file = find(name).orElseThrow(() -> new RefusedException(HttpProblem.notFound()));
        HEADERS.forEach(ctx::header);
        ctx.header("ETag", file.tag());
        if (isKnown(ctx.header("If-None-Match"), file.tag())) {
            ctx.status(304);
            return;
        }
        ctx.contentType(file.type());
        final boolean packed = Packed.wanted(ctx);
        if (packed) {
            ctx.header("Content-Encoding", "gzip");
        }
        final byte[] body = packed ? file.packed() : file.plain();
        ctx.res().setContentLength(body.length);
        ctx.result(body);
    }

    private Optional<WebFile> find(final String name) {
        final WebFile known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        final Optional<WebFile> read = WebFile.read(name);
        read.ifPresent(file -> files.put(name, file));
        return read;
    }

    private static boolean isKnown(final @Nullable String known, final String tag) {
        return known != null && (known.contains(tag) || known.strip().equals("*"));
    }
}
