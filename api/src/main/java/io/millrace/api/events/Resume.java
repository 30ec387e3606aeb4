package io.millrace.api.events;

import io.millrace.api.json.MalformedException;
import io.millrace.backbone.Token;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where a listener goes on, by the id they had last; the same on every instance. */
final class Resume {

    /** Between the token of what was told and the bookmark: a person's events come from many partitions. */
    static final char AND = '~';

    private final Feed feed;
    private final Older older;
    private final int room;

    Resume(final Feed feed, final Older older, final int room) {
        this.feed = feed;
        this.older = older;
        this.room = room;
    }

    /** Without an id: whatever comes next. */
    Listener listener(final Watch watch, final @Nullable String id) throws InterruptedException {
        if (id == null || id.isEmpty()) {
            return new Listener(watch, feed.now(watch.partitions()), 0, 0, room);
        }
        final int and = id.indexOf(AND);
        if (and < 0 && watch.desk() != null && id.indexOf('@') >= 0) {
            return afterToken(watch, watch.desk(), id);
        }
        final Bookmark given = Bookmark.parse(id.substring(and + 1)).orElseThrow(Resume::unknownId);
        final Bookmark bookmark = new Bookmark();
        for (final TopicPartition partition : watch.partitions()) {
            if (!given.knows(partition)) {
                throw unknownId();
            }
            bookmark.set(partition, given.at(partition));
        }
        return new Listener(watch, bookmark, 0, 0, room);
    }

    /** Finds where a desk's listener was: {@code cafe/gangnam@17} is after the event, {@code …@17.1} after its notice. */
    private Listener afterToken(final Watch watch, final String desk, final String id) throws InterruptedException {
        final int dot = id.indexOf('.', id.lastIndexOf('@'));
        final Token token = Token.parse(dot < 0 ? id : id.substring(0, dot)).orElseThrow(Resume::unknownId);
        if (!token.desk().equals(desk)
                || !token.business().equals(watch.businesses().getFirst().name())
                || dot >= 0 && !id.substring(dot + 1).matches("[1-9]\\d{0,3}")) {
            throw unknownId();
        }
        final int parts = dot < 0 ? 1 : 1 + Integer.parseInt(id.substring(dot + 1));
        final Bookmark bookmark = feed.now(watch.partitions());
        final TopicPartition partition = watch.partitions().getFirst();
        bookmark.set(partition, new Bookmark.Place(start(partition, desk, token.seq()), 0));
        return new Listener(watch, bookmark, token.seq(), parts, room);
    }

    private long start(final TopicPartition partition, final String desk, final long seq) throws InterruptedException {
        final List<Entry> recent = feed.recent(partition, desk);
        if (!recent.isEmpty() && seqOf(recent.getFirst()) <= seq + 1) {
            return recent.getFirst().offset();
        }
        final long now = feed.now(List.of(partition)).at(partition).offset();
        final Optional<Long> known = feed.lastOffset(partition, desk);
        if (known.isPresent()) {
            final Optional<Entry> last = older.at(partition, known.get());
            if (last.isPresent() && seqOf(last.get()) < seq) {
                return known.get() + 1;
            }
        }
        return older.before(partition, desk, known.orElse(now), entry -> seqOf(entry) >= seq);
    }

    private long seqOf(final Entry entry) {
        return feed.decode(entry).map(Happening::seq).orElse(Long.MAX_VALUE);
    }

    private static MalformedException unknownId() {
        return new MalformedException(Events.LAST_ID, "must be an id as this stream gave it");
    }
}
