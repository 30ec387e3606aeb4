package io.millrace.backbone.stream;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What is written beside a record that could not be handled: why, and where it came from. */
public final class Quarantine {

    private static final int STACK_CHARS = 4_000;

    private Quarantine() {}

    public static Headers headers(final Headers original, final Place place, final RuntimeException why) {
        final Headers headers = new RecordHeaders(original);
        final String reason = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        put(headers, MillraceHeaders.REASON, reason);
        put(headers, MillraceHeaders.PLACE, place.toString());
        put(headers, MillraceHeaders.STACK, stack(why));
        return headers;
    }

    private static void put(final Headers headers, final String name, final String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String stack(final RuntimeException why) {
        final StringWriter text = new StringWriter();
        why.printStackTrace(new PrintWriter(text));
        return text.toString()
                .substring(0, Math.min(STACK_CHARS, text.toString().length()));
    }
}
