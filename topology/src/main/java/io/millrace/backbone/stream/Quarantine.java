package io.millrace.backbone.stream;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where a record goes that its reader could not handle: whole, with why, and where it came from. */
public final class Quarantine {

    /** The record and all that is said of it still have to fit into one. */
    public static final int STACK_CHARS = 4_000;

    private static final int REASON_CHARS = 1_000;

    private final Reader reader;
    private final String sink;
    private final Voice voice;

    /** Of what another puts there too, only what is ours to tell. */
    public Quarantine(final Reader reader, final String sink, final Voice voice) {
        this.reader = reader;
        this.sink = sink;
        this.voice = voice;
    }

    /** Throws on, if it isn't the record's fault. */
    public void take(
            final ProcessorContext<byte[], byte[]> context,
            final Record<byte[], byte[]> record,
            final RuntimeException why) {
        take(context, record, Place.of(context.recordMetadata().orElseThrow()), why);
    }

    public void take(
            final ProcessorContext<byte[], byte[]> context,
            final Record<byte[], byte[]> record,
            final Place place,
            final RuntimeException why) {
        final Headers headers = headers(record.headers(), place, reader, Blame.ofRecord(why));
        if (voice.tells(record.timestamp())) {
            context.forward(record.withHeaders(headers), sink);
        }
    }

    public static Headers headers(
            final Headers original, final Place place, final Reader reader, final RuntimeException why) {
        final Headers headers = new RecordHeaders(original);
        final String reason = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        put(headers, MillraceHeaders.REASON, atMost(REASON_CHARS, reason));
        put(headers, MillraceHeaders.PLACE, place.toString());
        put(headers, MillraceHeaders.READER, reader.word());
        put(headers, MillraceHeaders.STACK, stack(why));
        return headers;
    }

    private static void put(final Headers headers, final String name, final String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String stack(final RuntimeException why) {
        final StringWriter text = new StringWriter();
        why.printStackTrace(new PrintWriter(text));
        return atMost(STACK_CHARS, text.toString());
    }

    private static String atMost(final int chars, final String text) {
        return text.substring(0, Math.min(chars, text.length()));
    }
}
