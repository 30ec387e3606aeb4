package io.millrace.backbone.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record lies. Written {@code cafe.payments-0-17}, which fits into a path. */
public record Place(String topic, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-z][A-Za-z0-9._-]{0,99})-([0-9]{1,6})-([0-9]{1,18})");

    public static Place of(final RecordMetadata metadata) {
        return new Place(metadata.topic(), metadata.partition(), metadata.offset());
    }

    public static Optional<Place> parse(final String text) {
        final Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Place(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** The place in an id in quarantine, which may say behind it who read there. */
    public static Optional<Place> ofId(final String id) {
        final int reader = id.lastIndexOf('.');
        return reader > id.lastIndexOf('-') ? parse(id.substring(0, reader)) : parse(id);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}
