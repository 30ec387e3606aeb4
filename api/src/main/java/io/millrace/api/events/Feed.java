package io.millrace.api.events;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Blame;
import io.millrace.schemas.client.RegistryException;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spreads what the journals tell to those who listen. Under one lock, an entry is put on its partition's tape and given
 * to whom it concerns; so who joins from the tape under the same lock misses nothing and gets nothing twice.
 */
final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /** So much of the tape is handed to a joining listener at once; more it writes itself first, without the lock. */
    private static final int AT_ONCE = 256;

    private final Map<String, Business> byTopic = new HashMap<>();
    private final AvroCodec codec;
    private final int tapeLength;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<TopicPartition, Tape> tapes = new HashMap<>();
    private final LastOffsets lastOffsets = new LastOffsets();
    private final Map<String, Set<Listener>> byDesk = new HashMap<>();
    private final Map<String, Set<Listener>> byPerson = new HashMap<>();
    private final Map<String, Integer> personsListening = new HashMap<>();
    private final Set<Listener> everybody = new HashSet<>();

    /** What a listener who isn't live has to do next. */
    sealed interface Next {
        record Live() implements Next {}

        /** Write these, then ask again. */
        record Chunk(List<Entry> entries) implements Next {}

        /** Read this partition's log up to there, then ask again. */
        record Older(TopicPartition partition, long upTo) implements Next {}
    }

    Feed(final List<Business> businesses, final AvroCodec codec, final int tapeLength) {
        businesses.forEach(business -> byTopic.put(business.topic("journal"), business));
        this.codec = codec;
        this.tapeLength = tapeLength;
    }

    void begin(final Map<TopicPartition, Long> from) {
        locked(() -> from.forEach((partition, offset) -> tapes.put(partition, new Tape(offset, tapeLength))));
    }

    /** From the reader: entries in the order of their offsets, and how far each partition was read with them. */
    void publish(final List<Entry> entries, final Map<TopicPartition, Long> read) {
        locked(() -> {
            entries.forEach(this::publish);
            read.forEach((partition, position) -> tape(partition).reached(position));
        });
    }

    private void publish(final Entry entry) {
        tape(entry.partition()).add(entry);
        final String topic = entry.partition().topic();
        lastOffsets.put(topic, entry);
        final Set<Listener> atDesk = byDesk.getOrDefault(topic + "/" + entry.desk(), Set.of());
        if (atDesk.isEmpty() && !personsListening.containsKey(topic)) {
            return;
        }
        try {
            decode(entry).ifPresent(happening -> tell(atDesk, entry, happening));
        } catch (final RegistryException e) {
            LOG.warn("listeners are sent away, partition={}: {}", entry.partition(), e.getMessage());
            List.copyOf(everybody).stream()
                    .filter(listener -> listener.watch().partitions().contains(entry.partition()))
                    .forEach(this::sendAway);
        }
    }

    private void tell(final Set<Listener> atDesk, final Entry entry, final Happening happening) {
        final String topic = entry.partition().topic();
        spread(atDesk, entry, happening);
        if (personsListening.containsKey(topic)) {
            happening
                    .people()
                    .forEach(person -> spread(byPerson.getOrDefault(topic + "/" + person, Set.of()), entry, happening));
        }
    }

    /** Nothing is lost: their last ids are from before what can't be read. */
    private void sendAway(final Listener listener) {
        leave(listener);
        listener.end(Farewell.UNREADABLE);
    }

    private void spread(final Set<Listener> listeners, final Entry entry, final Happening happening) {
        for (final Listener listener : List.copyOf(listeners)) {
            if (listener.watch().person() != null) {
                everythingSeen(listener, entry);
            }
            if (!listener.offer(entry.partition(), entry.offset(), happening)) {
                everythingSeen(listener, entry);
                leave(listener);
            }
        }
    }

    /** A live listener has seen all there is on the tapes but this last entry. */
    private void everythingSeen(final Listener listener, final Entry but) {
        for (final TopicPartition partition : listener.watch().partitions()) {
            if (!partition.equals(but.partition())) {
                listener.bookmark().reach(partition, tape(partition).next());
            } else if (listener.bookmark().at(partition).offset() < but.offset()) {
                listener.bookmark().reach(partition, but.offset());
            }
        }
    }

    /** What is to be done until a listener is live. */
    Next join(final Listener listener) {
        lock.lock();
        try {
            if (listener.live()) {
                return new Next.Live();
            }
            final List<Entry> backlog = new ArrayList<>();
            for (final TopicPartition partition : listener.watch().partitions()) {
                final long from = listener.bookmark().at(partition).offset();
                final Tape tape = tape(partition);
                if (from < tape.first()) {
                    return new Next.Older(partition, tape.first());
                }
                backlog.addAll(tape.from(from));
            }
            if (!backlog.isEmpty()) {
                return new Next.Chunk(backlog.subList(0, Math.min(AT_ONCE, backlog.size())));
            }
            enter(listener);
            return new Next.Live();
        } finally {
            lock.unlock();
        }
    }

    private void enter(final Listener listener) {
        everybody.add(listener);
        listener.goLive();
        places(listener)
                .forEach((key, of) ->
                        of.computeIfAbsent(key, _ -> new HashSet<>()).add(listener));
        if (listener.watch().person() != null) {
            listener.watch().businesses().forEach(it -> personsListening.merge(it.topic("journal"), 1, Integer::sum));
        }
    }

    /** Takes a listener off; one that isn't live isn't there. */
    void leave(final Listener listener) {
        locked(() -> {
            if (!everybody.remove(listener)) {
                return;
            }
            places(listener)
                    .forEach((key, of) -> of.computeIfPresent(key, (_, listeners) -> {
                        listeners.remove(listener);
                        return listeners.isEmpty() ? null : listeners;
                    }));
            if (listener.watch().person() != null) {
                listener.watch()
                        .businesses()
                        .forEach(it -> personsListening.computeIfPresent(
                                it.topic("journal"), (_, n) -> n == 1 ? null : n - 1));
            }
        });
    }

    private Map<String, Map<String, Set<Listener>>> places(final Listener listener) {
        final Watch watch = listener.watch();
        final Map<String, Map<String, Set<Listener>>> places = new LinkedHashMap<>();
        watch.businesses()
                .forEach(it -> places.put(
                        it.topic("journal") + "/" + (watch.person() == null ? watch.desk() : watch.person()),
                        watch.person() == null ? byDesk : byPerson));
        return places;
    }

    /** Where all of the partitions are now, for who begins with what comes next. */
    Bookmark now(final List<TopicPartition> partitions) {
        lock.lock();
        try {
            final Bookmark bookmark = new Bookmark();
            partitions.forEach(it -> bookmark.set(it, new Bookmark.Place(tape(it).next(), 0)));
            return bookmark;
        } finally {
            lock.unlock();
        }
    }

    /** What the tape holds of a desk, the oldest first. */
    List<Entry> recent(final TopicPartition partition, final String desk) {
        lock.lock();
        try {
            final Tape tape = tape(partition);
            return tape.from(tape.first()).stream()
                    .filter(entry -> entry.desk().equals(desk))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    Optional<Long> lastOffset(final TopicPartition partition, final String desk) {
        lock.lock();
        try {
            return lastOffsets.of(partition.topic(), desk);
        } finally {
            lock.unlock();
        }
    }

    Optional<Happening> decode(final Entry entry) {
        final Business business = byTopic.get(entry.partition().topic());
        if (business == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Happening.of(business, codec, entry.value()));
        } catch (final RuntimeException e) {
            // it is in quarantine, where it is told of; a stream has nothing to say of it
            LOG.warn(
                    "left out of the stream, partition={}, offset={}: {}",
                    entry.partition(),
                    entry.offset(),
                    Blame.ofRecord(e).getMessage());
            return Optional.empty();
        }
    }

    int live() {
        lock.lock();
        try {
            return everybody.size();
        } finally {
            lock.unlock();
        }
    }

    private Tape tape(final TopicPartition partition) {
        final Tape tape = tapes.get(partition);
        if (tape == null) {
            throw new IllegalStateException(partition + " is not read yet");
        }
        return tape;
    }

    private void locked(final Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }
}
