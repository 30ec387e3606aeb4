package io.millrace.api.generation;

import io.millrace.backbone.Business;
import io.millrace.backbone.Tally;
import io.millrace.backbone.page.PageKeys;
import io.millrace.backbone.page.PageNames;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** Reads what a generation has where it lies: rows by desk, rows by person, and sums, which are rows by window. */
public final class StoredPrints implements Prints {

    private static final String BY_DESK = "rows";
    private static final String BY_PERSON = "people";
    // sorts before whatever may be in an id
    private static final char WINDOW = '!';

    private final Business business;
    private final Fields fields;
    private final PartStores stores;

    public StoredPrints(final Business business, final AvroCodec codec, final PartStores stores) {
        this.business = business;
        this.fields = new Fields(codec);
        this.stores = stores;
    }

    /** Everything that is compared. */
    public static List<String> stores(final Business business) {
        return Stream.concat(
                        Stream.of(BY_DESK, BY_PERSON),
                        business.tallies().stream().map(Tally::path))
                .toList();
    }

    @Override
    public List<Print> list(final String store, final String after, final int atMost) {
        return switch (store) {
            case TOKENS -> tokens(after, atMost);
            case BY_DESK, BY_PERSON -> rows(keyed(store), after, atMost);
            default -> sums(store, after, atMost);
        };
    }

    @Override
    public Seen one(final String store, final String key, final String desk) {
        final ReadOnlyKeyValueStore<String, byte[]> tokens = keyed(store.equals(BY_PERSON) ? BY_PERSON : BY_DESK);
        final long applied = number(tokens.get(PageKeys.applied(desk)));
        final byte[] stored = switch (store) {
            case TOKENS -> null;
            case BY_DESK, BY_PERSON -> tokens.get(key);
            default -> sum(store, key);
        };
        if (stored == null) {
            return new Seen(applied, 0, Map.of());
        }
        final SortedMap<String, String> all = fields.of(stored);
        return new Seen(applied, seq(all), all);
    }

    private ReadOnlyKeyValueStore<String, byte[]> keyed(final String store) {
        return stores.rows(store.equals(BY_DESK) ? PageNames.rows(business) : PageNames.people(business));
    }

    private List<Print> tokens(final String after, final int atMost) {
        final List<Print> found = new ArrayList<>();
        final String all = PageKeys.applied("");
        try (KeyValueIterator<String, byte[]> marks =
                keyed(BY_DESK).range(PageKeys.applied(after), all + Character.MAX_VALUE)) {
            while (marks.hasNext() && found.size() < atMost) {
                final KeyValue<String, byte[]> mark = marks.next();
                final String desk = mark.key.substring(all.length());
                if (!desk.equals(after)) {
                    found.add(new Print(desk, desk, number(mark.value), ""));
                }
            }
        }
        return found;
    }

    private List<Print> rows(final ReadOnlyKeyValueStore<String, byte[]> store, final String after, final int atMost) {
        final List<Print> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.range(after, PageKeys.MARK)) {
            while (rows.hasNext() && found.size() < atMost) {
                final KeyValue<String, byte[]> row = rows.next();
                if (!row.key.equals(after)) {
                    final SortedMap<String, String> all = fields.of(row.value);
                    found.add(new Print(row.key, all.getOrDefault("desk", ""), seq(all), Fields.hash(all)));
                }
            }
        }
        return found;
    }

    /** All windows of so many desks that it is enough. */
    private List<Print> sums(final String tally, final String after, final int atMost) {
        final List<Print> found = new ArrayList<>();
        List<Print> desks = tokens(desk(after), 1);
        while (!desks.isEmpty() && found.size() < atMost) {
            final String desk = desks.getFirst().desk();
            try (WindowStoreIterator<byte[]> windows = stores.sums(name(tally))
                    .fetch(
                            desk.getBytes(StandardCharsets.UTF_8),
                            Instant.EPOCH,
                            Instant.ofEpochMilli(Long.MAX_VALUE))) {
                while (windows.hasNext()) {
                    final KeyValue<Long, byte[]> window = windows.next();
                    final SortedMap<String, String> all = fields.of(window.value);
                    found.add(new Print(desk + WINDOW + window.key, desk, seq(all), Fields.hash(all)));
                }
            }
            desks = tokens(desk, 1);
        }
        return found;
    }

    private byte @Nullable [] sum(final String tally, final String key) {
        return stores.sums(name(tally))
                .fetch(
                        desk(key).getBytes(StandardCharsets.UTF_8),
                        Long.parseLong(key.substring(key.lastIndexOf(WINDOW) + 1)));
    }

    private String name(final String path) {
        return business.tallies().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .map(it -> PageNames.tally(business, it))
                .orElseThrow(() -> new IllegalArgumentException(path + " is no store of " + business.name()));
    }

    private static String desk(final String key) {
        final int window = key.lastIndexOf(WINDOW);
        return window < 0 ? key : key.substring(0, window);
    }

    private static long seq(final SortedMap<String, String> fields) {
        return Long.parseLong(fields.getOrDefault("seq", "0"));
    }

    private static long number(final byte @Nullable [] bytes) {
        return bytes == null ? 0 : ByteBuffer.wrap(bytes).getLong();
    }
}
