package io.millrace.api.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** What is long and repeats itself goes packed to whoever takes it so: a tenth of the bytes. */
final class Packed {

    private Packed() {}

    static boolean wanted(final Context ctx) {
        final String encodings = ctx.header("Accept-Encoding");
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }

    /** The body as this request takes it, with the headers that say so. */
    static byte[] body(final Context ctx, final byte[] plain) {
        ctx.header("Vary", "Accept-Encoding");
        final boolean packing = wanted(ctx);
        if (packing) {
            ctx.header("Content-Encoding", "gzip");
        }
        final byte[] body = packing ? packed(plain) : plain;
        ctx.res().setContentLength(body.length);
        return body;
    }

    static byte[] packed(final byte[] plain) {
        final ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
