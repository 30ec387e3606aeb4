package io.millrace.api.hop;

import io.javalin.http.Context;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/** Tells the caller what another instance answered, as if it had been asked directly. */
final class Answers {

    /** They are about the one connection, not about the answer. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "content-length",
            "content-type",
            "date",
            "keep-alive",
            "transfer-encoding",
            // each instance says these of its own answers
            "cache-control",
            "content-security-policy",
            "cross-origin-resource-policy",
            "referrer-policy",
            "x-content-type-options",
            "x-frame-options");

    private static final String TOKEN = "Journal-Token";

    private Answers() {}

    static void tell(final Context ctx, final HttpResponse<byte[]> answer) {
        // an attempt of our own may have promised more than what is told now
        ctx.res().setHeader(TOKEN, null);
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> ctx.res().addHeader(name, value));
            }
        });
        ctx.status(answer.statusCode());
        answer.headers().firstValue("content-type").ifPresent(ctx::contentType);
        ctx.res().setCharacterEncoding(null);
        ctx.result(answer.body());
    }
}
