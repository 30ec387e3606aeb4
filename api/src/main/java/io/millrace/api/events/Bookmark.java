package io.millrace.api.events;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a listener is, per partition of the journals: the next offset, and how many parts of what stands there were
 * told already. As text it resumes on any instance: {@code cafe=12.0+1.5;bank=0.0.7}.
 */
final class Bookmark {

    /** The next offset, and how much of it is done. */
    record Place(long offset, int parts) {

        static final Place START = new Place(0, 0);

        @Override
        public String toString() {
            return parts == 0 ? Long.toString(offset) : offset + "+" + parts;
        }
    }

    private static final int MOST_PARTITIONS = 1_000;
    private static final int MOST_PARTS = 1_000;

    private final TreeMap<String, Place[]> places = new TreeMap<>();

    Place at(final TopicPartition partition) {
        final Place[] known = places.get(partition.topic());
        return known == null || partition.partition() >= known.length ? Place.START : known[partition.partition()];
    }

    void set(final TopicPartition partition, final Place place) {
        Place[] known = places.getOrDefault(partition.topic(), new Place[0]);
        if (partition.partition() >= known.length) {
            final int before = known.length;
            known = Arrays.copyOf(known, partition.partition() + 1);
            Arrays.fill(known, before, known.length, Place.START);
            places.put(partition.topic(), known);
        }
        known[partition.partition()] = place;
    }

    boolean knows(final TopicPartition partition) {
        final Place[] known = places.get(partition.topic());
        return known != null && partition.partition() < known.length;
    }

    /** Everything before that offset is done. */
    void reach(final TopicPartition partition, final long offset) {
        if (at(partition).offset() < offset) {
            set(partition, new Place(offset, 0));
        }
    }

    static Optional<Bookmark> parse(final String text) {
        final Bookmark bookmark = new Bookmark();
        try {
            for (final String part : text.split(";", -1)) {
                final int equals = part.indexOf('=');
                final String[] of = part.substring(equals + 1).split("\\.", MOST_PARTITIONS);
                final String topic = part.substring(0, equals) + ".journal";
                for (int i = 0; i < of.length; i++) {
                    final int plus = of[i].indexOf('+');
                    bookmark.set(
                            new TopicPartition(topic, i),
                            plus < 0
                                    ? new Place(number(of[i]), 0)
                                    : new Place(number(of[i].substring(0, plus)), parts(of[i].substring(plus + 1))));
                }
            }
            return Optional.of(bookmark);
        } catch (final NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static int parts(final String text) {
        final long parts = number(text);
        if (parts > MOST_PARTS) {
            throw new NumberFormatException(text);
        }
        return (int) parts;
    }

    private static long number(final String text) {
        final long number = Long.parseUnsignedLong(text);
        if (number < 0) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    @Override
    public String toString() {
        return places.entrySet().stream()
                .map(it -> it.getKey().substring(0, it.getKey().lastIndexOf('.')) + "="
                        + Arrays.stream(it.getValue()).map(Place::toString).collect(Collectors.joining(".")))
                .collect(Collectors.joining(";"));
    }
}
