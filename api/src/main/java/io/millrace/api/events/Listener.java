package io.millrace.api.events;

import io.millrace.api.events.Bookmark.Place;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the line: how far they are, and what waits to be written to them. While live, the feed alone moves it on,
 * and its writer takes; otherwise its writer alone does. A queue that is full ends being live, never memory.
 */
final class Listener {

    private final Watch watch;
    private final Bookmark bookmark;
    private final long afterSeq;
    private final int afterParts;
    private final int room;
    private final Deque<byte[]> queue = new ArrayDeque<>(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean live;
    private long behindSince;
    private @Nullable Farewell farewell;

    /** {@code afterSeq}: what a desk has up to there is known, and of the event there so many parts. */
    Listener(final Watch watch, final Bookmark bookmark, final long afterSeq, final int afterParts, final int room) {
        this.watch = watch;
        this.bookmark = bookmark;
        this.afterSeq = afterSeq;
        this.afterParts = afterParts;
        this.room = room;
    }

    Watch watch() {
        return watch;
    }

    Bookmark bookmark() {
        return bookmark;
    }

    /** What of this is new to the listener, ready for the wire; moves on past it. */
    List<byte[]> frames(final TopicPartition partition, final long offset, final Happening happening) {
        final Place place = bookmark.at(partition);
        if (offset < place.offset() || watch.person() == null && happening.seq() < afterSeq) {
            return List.of();
        }
        int part = offset == place.offset() ? place.parts() : 0;
        if (watch.person() == null && happening.seq() == afterSeq) {
            part = Math.max(part, afterParts);
        }
        final List<byte[]> frames = new ArrayList<>(1);
        for (; part < happening.parts(); part++) {
            if (watch.concerns(happening, part)) {
                final boolean last = part == happening.parts() - 1;
                bookmark.set(partition, last ? new Place(offset + 1, 0) : new Place(offset, part + 1));
                frames.add(
                        watch.person() == null
                                ? happening.frame(part)
                                : Frames.event(happening.id(part) + Resume.AND + bookmark, happening.json(part)));
            }
        }
        bookmark.reach(partition, offset + 1);
        return frames;
    }

    /** From the feed: false if it can't take that now, and so is live no more. */
    boolean offer(final TopicPartition partition, final long offset, final Happening happening) {
        lock.lock();
        try {
            if (queue.size() + happening.parts() > room) {
                live = false;
                behindSince = System.nanoTime();
                changed.signal();
                return false;
            }
            queue.addAll(frames(partition, offset, happening));
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What waits, at most so long waited for; empty when nothing came. */
    List<byte[]> take(final Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (queue.isEmpty() && live && farewell == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            final List<byte[]> all = List.copyOf(queue);
            queue.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    boolean live() {
        lock.lock();
        try {
            return live;
        } finally {
            lock.unlock();
        }
    }

    void goLive() {
        lock.lock();
        try {
            live = true;
            behindSince = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it fell behind so long ago and hasn't caught up since. */
    boolean behindFor(final Duration patience) {
        lock.lock();
        try {
            return behindSince != 0 && System.nanoTime() - behindSince > patience.toNanos();
        } finally {
            lock.unlock();
        }
    }

    void end(final Farewell why) {
        lock.lock();
        try {
            farewell = why;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Farewell farewell() {
        lock.lock();
        try {
            return farewell;
        } finally {
            lock.unlock();
        }
    }
}
