package io.millrace.schemas.registry;

import io.javalin.http.Context;

/** How every answer looks, good or bad. */
final class Answers {
    static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private Answers() {}

    static void json(final Context ctx, final Object answer) {
        text(ctx, Json.text(answer));
    }

    /** Something that is JSON already, such as a schema. */
    static void text(final Context ctx, final String json) {
        ctx.contentType(CONTENT_TYPE).result(json);
    }

    static void error(final Context ctx, final int status, final int code, final String message) {
        ctx.status(status);
        json(ctx, Json.object().put("error_code", code).put("message", message));
    }

    static boolean flag(final Context ctx, final String name) {
        return "true".equals(ctx.queryParam(name));
    }

    static String subject(final Context ctx) {
        return ctx.pathParam("subject");
    }
}
