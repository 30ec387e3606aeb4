package io.millrace.backbone.stream;

import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * To which trace a record belongs, as its header says. The backbone doesn't look into it: it hands it on from what
 * causes to what follows, and keeps it beside what waits in a state store, which has no headers.
 */
public final class Trace {

    /** As the W3C calls it, so that whoever produces to a topic may send theirs. */
    public static final String HEADER = "traceparent";

    /** Exactly so long; what anybody else put there would be copied to many records. */
    private static final int LENGTH = 55;

    /** No record in wire format begins like that. */
    private static final byte BESIDE = 1;

    private static final int BEFORE = 1 + LENGTH;

    private Trace() {}

    /** No headers but that. */
    public static Headers of(final Headers headers) {
        final Header trace = in(headers);
        return trace == null ? new RecordHeaders() : new RecordHeaders(new Header[] {trace});
    }

    public static @Nullable Header in(final Headers headers) {
        final Header trace = headers.lastHeader(HEADER);
        return trace == null || trace.value() == null || trace.value().length != LENGTH ? null : trace;
    }

    /** A value for a state store, with its trace beside it if it has one. */
    public static byte[] stored(final Headers headers, final byte @Nullable [] value) {
        // a record without a value waits too, and nothing can't be stored
        final byte[] bytes = value == null ? new byte[0] : value;
        final Header trace = in(headers);
        if (trace == null && (bytes.length == 0 || bytes[0] != BESIDE)) {
            return bytes;
        }
        final byte[] all = new byte[BEFORE + bytes.length];
        all[0] = BESIDE;
        if (trace != null) {
            System.arraycopy(trace.value(), 0, all, 1, LENGTH);
        }
        System.arraycopy(bytes, 0, all, BEFORE, bytes.length);
        return all;
    }

    /** The record as it was before it was stored. */
    public static <K> Record<K, byte[]> restored(final Record<K, ?> record, final byte[] stored) {
        final boolean beside = stored.length >= BEFORE && stored[0] == BESIDE;
        final Headers headers = new RecordHeaders();
        if (beside && stored[1] != 0) {
            headers.add(new RecordHeader(HEADER, Arrays.copyOfRange(stored, 1, BEFORE)));
        }
        final byte[] value = beside ? Arrays.copyOfRange(stored, BEFORE, stored.length) : stored;
        return new Record<>(record.key(), value, record.timestamp(), headers);
    }
}
