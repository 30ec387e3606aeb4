package io.millrace.api.http;

import io.javalin.http.Context;

/** Sends bodies with their type as it is registered: JSON is UTF-8, and has no charset parameter. */
public final class Replies {

    private Replies() {}

    public static void send(final Context ctx, final int status, final String type, final byte[] body) {
        ctx.status(status).contentType(type);
        ctx.res().setCharacterEncoding(null);
        ctx.result(body);
    }

    /** What has no body has no type. */
    public static void nothing(final Context ctx, final int status) {
        ctx.status(status);
        ctx.res().setContentType(null);
    }
}
