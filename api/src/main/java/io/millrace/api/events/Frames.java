package io.millrace.api.events;

import io.millrace.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes over the wire, in the words of server-sent events. */
final class Frames {

    private static final byte[] ID = utf8("id: ");
    private static final byte[] DATA = utf8("\ndata: ");
    private static final byte[] END = utf8("\n\n");

    /** Keeps proxies from thinking that nobody is there. */
    static final byte[] HEARTBEAT = utf8(": still here\n\n");

    private Frames() {}

    static byte[] event(final String id, final byte[] json) {
        return joined(ID, utf8(id), DATA, json, END);
    }

    /** Tells the place to resume from before anything has happened, and how soon to come back. */
    static byte[] welcome(final String id, final long retryMillis) {
        return utf8(": welcome\nretry: " + retryMillis + "\nid: " + id + "\n\n");
    }

    /** The last there is: why, and that coming back with the last id goes on without a gap. */
    static byte[] end(final String reason, final String detail) {
        return joined(
                utf8("event: end\ndata: "), Json.of(Map.of("type", "end", "reason", reason, "detail", detail)), END);
    }

    private static byte[] utf8(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(final byte[]... parts) {
        int length = 0;
        for (final byte[] part : parts) {
            length += part.length;
        }
        final byte[] all = new byte[length];
        int at = 0;
        for (final byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
