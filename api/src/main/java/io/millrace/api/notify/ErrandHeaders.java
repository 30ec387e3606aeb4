package io.millrace.api.notify;

import io.millrace.schemas.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** An errand as it is written beside its notice on the retry topics. */
final class ErrandHeaders {

    static final String CHANNEL = "millrace-channel";
    private static final String TRIES = "millrace-tries";
    private static final String SINCE = "millrace-since";
    private static final String NOT_BEFORE = "millrace-not-before";
    private static final String LAST = "millrace-last";
    private static final String HOPELESS = "millrace-hopeless";

    private ErrandHeaders() {}

    static Headers of(final Errand errand) {
        final Headers headers = unmarked(errand.record().headers());
        put(headers, TRIES, Integer.toString(errand.tries()));
        put(headers, CHANNEL, errand.channel());
        put(headers, NOT_BEFORE, Long.toString(errand.notBefore().toEpochMilli()));
        final Instant since = errand.since();
        if (since != null) {
            put(headers, SINCE, Long.toString(since.toEpochMilli()));
        }
        if (errand.last() != null) {
            put(headers, LAST, errand.last());
        }
        if (errand.hopeless()) {
            put(headers, HOPELESS, "true");
        }
        return headers;
    }

    /** Only where to: who sends it again from quarantine begins anew. */
    static Headers fresh(final Errand errand) {
        final Headers headers = unmarked(errand.record().headers());
        put(headers, CHANNEL, errand.channel());
        return headers;
    }

    /** Empty if it doesn't say where to. */
    static Optional<Errand> errand(final ConsumerRecord<byte[], byte[]> record, final Notice notice) {
        final String channel = text(record, CHANNEL);
        if (channel == null) {
            return Optional.empty();
        }
        final long since = number(record, SINCE);
        return Optional.of(new Errand(
                record,
                notice,
                channel,
                (int) Math.clamp(number(record, TRIES), 0, 1_000_000),
                since < 0 ? null : Instant.ofEpochMilli(since),
                Instant.ofEpochMilli(Math.max(0, number(record, NOT_BEFORE))),
                text(record, LAST),
                text(record, HOPELESS) != null));
    }

    private static Headers unmarked(final Headers original) {
        final Headers headers = new RecordHeaders(original);
        List.of(CHANNEL, TRIES, SINCE, NOT_BEFORE, LAST, HOPELESS).forEach(headers::remove);
        return headers;
    }

    private static void put(final Headers headers, final String name, final String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(final ConsumerRecord<byte[], byte[]> record, final String name) {
        final Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long number(final ConsumerRecord<byte[], byte[]> record, final String name) {
        final String text = text(record, name);
        return text != null && text.matches("\\d{1,17}") ? Long.parseLong(text) : -1;
    }
}
