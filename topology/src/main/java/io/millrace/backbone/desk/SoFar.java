package io.millrace.backbone.desk;

import io.millrace.schemas.Reached;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far the desks of one partition have read each topic, kept in their books: committed with what the records came to,
 * so a record that is brought a second time, after whatever, is known. A topic that was made anew has its places anew,
 * and its records are younger than what was read last: so a record is known by its place and its time. Where a clock was
 * set back between, in doubt it is read, and has its receipt.
 */
final class SoFar {

    private final KeyValueStore<String, byte[]> books;
    private final AvroCodec codec;
    private final Map<String, Reached> reached = new HashMap<>();

    SoFar(final KeyValueStore<String, byte[]> books, final AvroCodec codec) {
        this.books = books;
        this.codec = codec;
    }

    boolean covers(final RecordMetadata place, final long time) {
        final Reached last = reached.computeIfAbsent(place.topic(), this::kept);
        return place.offset() <= last.getOffset() && time <= last.getAt().toEpochMilli();
    }

    /** To be written with everything else that the record came to. */
    void reach(final RecordMetadata place, final long time, final Writing writing) {
        final Reached now = new Reached(place.offset(), Instant.ofEpochMilli(time));
        final byte[] bytes = codec.encode(now);
        writing.put(() -> {
            reached.put(place.topic(), now);
            books.put(Names.soFar(place.topic()), bytes);
        });
    }

    private Reached kept(final String topic) {
        final byte[] bytes = books.get(Names.soFar(topic));
        return bytes == null ? new Reached(-1L, Instant.EPOCH) : (Reached) codec.decode(bytes);
    }
}
