package io.millrace.backbone.desk;

import io.millrace.schemas.Reached;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the desks of one partition have read each topic: committed with what the records came to, so what is brought a
 * second time is known. A topic that was made anew has its places anew, and younger records: so they are known by place
 * and time. Where a clock was set back, in doubt they are read, and have their receipts.
 */
final class SoFar {

    private static final Logger LOG = LoggerFactory.getLogger(SoFar.class);

    private final KeyValueStore<String, byte[]> books;
    private final AvroCodec codec;
    private final Map<String, Reached> reached = new HashMap<>();
    private final Map<String, Long> again = new HashMap<>();

    SoFar(final KeyValueStore<String, byte[]> books, final AvroCodec codec) {
        this.books = books;
        this.codec = codec;
    }

    boolean covers(final RecordMetadata place, final long time) {
        final Reached last = reached.computeIfAbsent(place.topic(), this::kept);
        final boolean known =
                place.offset() <= last.getOffset() && time <= last.getAt().toEpochMilli();
        if (known) {
            again.merge(place.topic(), 1L, Long::sum);
        } else if (again.remove(place.topic()) instanceof Long count) {
            LOG.info("passed over what was read before, topic={}, records={}", place.topic(), count);
        }
        return known;
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
