package io.millrace.api.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest of one partition, kept so that whoever was away shortly is served from memory. */
final class Tape {

    private final int length;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long first;
    private long next;

    /** Complete from this offset on. */
    Tape(final long first, final int length) {
        this.length = length;
        this.first = first;
        this.next = first;
    }

    void add(final Entry entry) {
        entries.addLast(entry);
        next = entry.offset() + 1;
        if (entries.size() > length) {
            first = entries.removeFirst().offset() + 1;
        }
    }

    /** Nothing before this offset will come any more, be it that there was nothing. */
    void reached(final long position) {
        next = Math.max(next, position);
    }

    long first() {
        return first;
    }

    long next() {
        return next;
    }

    List<Entry> from(final long offset) {
        final List<Entry> found = new ArrayList<>();
        final var newestFirst = entries.descendingIterator();
        while (newestFirst.hasNext()) {
            final Entry entry = newestFirst.next();
            if (entry.offset() < offset) {
                break;
            }
            found.add(entry);
        }
        return found.reversed();
    }
}
