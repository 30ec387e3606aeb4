package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Token;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a write is answered: with what came of it, or with where that will be. */
public final class Answers {

    private Answers() {}

    public static void tell(final Context ctx, final Outcome outcome) {
        ctx.header(Requests.TOKEN, outcome.token().toString());
        if (outcome.location() != null) {
            ctx.header("Location", outcome.location());
        }
        if (outcome.status() == 204) {
            Replies.nothing(ctx, 204);
        } else {
            Replies.send(ctx, outcome.status(), outcome.type(), outcome.body());
        }
    }

    /** There is no ruling, and not anybody may know how far the desk is: its beginning will do as a place in the journal. */
    public static void place(final Context ctx, final Business business, final String desk) {
        if (Checks.named(business.deskIs()).holds().test(desk)) {
            ctx.header(Requests.TOKEN, new Token(business.name(), desk, 0).toString());
        }
    }

    public static void refuse(final Context ctx, final HttpProblem problem) {
        Failures.tell(ctx, problem);
    }

    /** It was taken, and there is no receipt yet. */
    public static void later(final Context ctx, final Business business, final String desk, final String key) {
        Replies.nothing(ctx, 202);
        ctx.header(
                "Location",
                "/receipts/" + business.name() + "/" + desk + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8));
    }
}
