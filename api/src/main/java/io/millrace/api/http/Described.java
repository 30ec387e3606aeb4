package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.describe.OpenApi;
import io.millrace.api.describe.Topologies;
import io.millrace.api.json.MalformedException;
import io.millrace.backbone.Business;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.Topology;

/** What the façade says about itself. All of it is made once. */
final class Described {

    /** The page brings all it needs with it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String TEXT = "text";

    private final byte[] openApi;
    private final byte[] graph;
    private final byte[] text;

    Described(final List<Business> businesses, final Map<String, Topology> topologies) {
        this.openApi = OpenApi.of(businesses);
        this.graph = Topologies.graph(topologies);
        this.text = Topologies.text(topologies);
    }

    void openApi(final Context ctx) {
        Replies.send(ctx, 200, Outcome.JSON, openApi);
    }

    void topologies(final Context ctx) {
        final String format = Requests.query(ctx, Set.of("format")).getOrDefault("format", "json");
        if (format.equals(TEXT)) {
            ctx.contentType("text/plain; charset=utf-8").result(Packed.body(ctx, text));
        } else if (format.equals("json")) {
            Replies.send(ctx, 200, Outcome.JSON, Packed.body(ctx, graph));
        } else {
            throw new MalformedException("format", "must be one of json, text");
        }
    }

    void page(final Context ctx) {
        file(ctx, "docs.html", "text/html; charset=utf-8");
    }

    void script(final Context ctx) {
        file(ctx, "docs.js", "text/javascript; charset=utf-8");
    }

    void codes(final Context ctx) {
        file(ctx, "codes.js", "text/javascript; charset=utf-8");
    }

    void style(final Context ctx) {
        file(ctx, "docs.css", "text/css; charset=utf-8");
    }

    private static void file(final Context ctx, final String name, final String type) {
        try (InputStream in = Described.class.getResourceAsStream("/io/millrace/api/docs/" + name)) {
            ctx.header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .contentType(type)
                    .result(Objects.requireNonNull(in, name).readAllBytes());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
