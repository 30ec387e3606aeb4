package io.millrace.backbone.quarantine;

import io.millrace.backbone.stream.MillraceHeaders;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.Reader;
import io.millrace.schemas.Kept;
import io.millrace.schemas.KeptHeader;
import io.millrace.schemas.KeptState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes what is kept of a record that comes into quarantine. It may say nothing of itself: then it is known by here. */
final class Arriving {

    private Arriving() {}

    static Kept of(final Record<byte[], byte[]> record, final Place here) {
        final Optional<Place> origin = text(record, MillraceHeaders.PLACE).flatMap(Place::parse);
        final Place place = origin.orElse(here);
        final Optional<Reader> reader = text(record, MillraceHeaders.READER).flatMap(Arriving::reader);
        return Kept.newBuilder()
                .setId(reader.map(it -> it.id(place)).orElseGet(place::toString))
                .setReader(reader.map(Reader::word).orElse("unknown"))
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setKey(buffer(record.key()))
                .setValue(buffer(record.value()))
                .setHeaders(own(record))
                .setReason(text(record, MillraceHeaders.REASON).orElse("No reason is given."))
                .setStack(text(record, MillraceHeaders.STACK).orElse(""))
                .setAt(Instant.ofEpochMilli(record.timestamp()))
                .setTimes(1)
                .setState(KeptState.WAITING)
                .setActs(List.of())
                .setLies(here.partition())
                .build();
    }

    /** The headers that it came with, without what quarantine says of it. */
    private static List<KeptHeader> own(final Record<byte[], byte[]> record) {
        final List<KeptHeader> headers = new ArrayList<>();
        for (final Header header : record.headers()) {
            if (!MillraceHeaders.OF_QUARANTINE.contains(header.key())) {
                headers.add(new KeptHeader(header.key(), buffer(header.value())));
            }
        }
        return headers;
    }

    private static Optional<Reader> reader(final String word) {
        return Arrays.stream(Reader.values())
                .filter(it -> it.word().equals(word))
                .findFirst();
    }

    private static Optional<String> text(final Record<byte[], byte[]> record, final String header) {
        final Header found = record.headers().lastHeader(header);
        return found == null || found.value() == null
                ? Optional.empty()
                : Optional.of(new String(found.value(), StandardCharsets.UTF_8));
    }

    static @Nullable ByteBuffer buffer(final byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
