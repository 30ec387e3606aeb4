package io.millrace.backbone.page;

import io.millrace.backbone.Shelf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Events that wait, in order, for a row that one of them broke. What is parked is nearly always nothing, so its keys are
 * kept in memory too, and a row that isn't parked costs no look into the store.
 */
final class Parking {

    private static final char AT = '@';

    private final KeyValueStore<String, byte[]> store;
    private final TreeSet<String> keys = new TreeSet<>();

    Parking(final KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(it -> keys.add(it.key));
        }
    }

    /** Stands for all rows of a desk: which ones the event would have changed isn't known. */
    static String desk(final String desk) {
        return desk + "/";
    }

    boolean holds(final String row) {
        if (keys.isEmpty()) {
            return false;
        }
        final String from = row + AT;
        return keys.subSet(from, from + Character.MAX_VALUE).stream()
                .anyMatch(key -> rowOf(key).equals(row));
    }

    void park(final String row, final long offset, final byte[] entry) {
        final String key = row + AT + Shelf.numberId(offset);
        store.put(key, entry);
        keys.add(key);
    }

    void release(final String row, final long offset) {
        final String key = row + AT + Shelf.numberId(offset);
        store.delete(key);
        keys.remove(key);
    }

    /** What waits for a row, by its place in the journal, the one that broke it first. */
    Map<Long, byte[]> waiting(final String row) {
        final Map<Long, byte[]> waiting = new LinkedHashMap<>();
        try (KeyValueIterator<String, byte[]> all = store.range(row + AT, row + AT + Character.MAX_VALUE)) {
            while (all.hasNext()) {
                final KeyValue<String, byte[]> one = all.next();
                if (rowOf(one.key).equals(row)) {
                    waiting.put(Long.parseLong(one.key.substring(one.key.lastIndexOf(AT) + 1)), one.value);
                }
            }
        }
        return waiting;
    }

    /** The rows that the event at this place broke: those where it is the first to wait. */
    Set<String> brokenBy(final long offset) {
        final Map<String, String> first = new LinkedHashMap<>();
        keys.forEach(key -> first.putIfAbsent(rowOf(key), key));
        final Set<String> rows = new TreeSet<>();
        first.forEach((row, key) -> {
            if (key.endsWith(AT + Shelf.numberId(offset))) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static String rowOf(final String key) {
        return key.substring(0, key.lastIndexOf(AT));
    }
}
