package io.millrace.backbone.quarantine;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Reading;
import io.millrace.schemas.ActDone;
import io.millrace.schemas.Kept;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What one partition of a business's quarantine holds. */
public final class KeptPage {

    private final Business business;
    private final AvroCodec codec;
    private final ReadOnlyKeyValueStore<String, byte[]> store;

    public KeptPage(final Business business, final AvroCodec codec, final ReadOnlyKeyValueStore<String, byte[]> store) {
        this.business = business;
        this.codec = codec;
        this.store = store;
    }

    /** The newest first, without their payload; after the one at such a place. */
    public List<Kept> newest(final @Nullable String after, final int atMost, final Predicate<Kept> wanted) {
        final String to = KeptStore.BY_TIME + (after == null ? KeptStore.END : after);
        final List<Kept> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.reverseRange(KeptStore.BY_TIME, to)) {
            while (rows.hasNext() && found.size() < atMost) {
                final KeyValue<String, byte[]> row = rows.next();
                final Kept kept = (Kept) codec.decode(row.value);
                if (!row.key.equals(to) && wanted.test(kept)) {
                    found.add(kept);
                }
            }
        }
        return found;
    }

    /** Where a list that ends with this one goes on. It sorts by time. */
    public static String place(final Kept kept) {
        return KeptStore.place(kept);
    }

    /** Its key as text: the desk, wherever desks are keys. */
    public static String key(final Kept kept) {
        return Reading.key(bytes(kept.getKey()));
    }

    public static byte @Nullable [] bytes(final @Nullable ByteBuffer buffer) {
        return Utils.toNullableArray(buffer);
    }

    public Optional<Kept> find(final String id) {
        return Optional.ofNullable(KeptStore.find(store, codec, id));
    }

    /** What came of the act that is known by this key. */
    public Optional<ActDone> done(final String key) {
        return Optional.ofNullable(KeptStore.done(store, codec, key));
    }

    public long waiting() {
        return KeptStore.waiting(store);
    }

    public boolean canBeRetried(final Kept kept) {
        return KeptNames.canBeRetried(business, kept.getTopic());
    }

    /** What it says, if it can be read after all. */
    public Optional<SpecificRecord> payload(final Kept kept) {
        final byte[] value = bytes(kept.getValue());
        try {
            return value == null ? Optional.empty() : Optional.of(codec.decode(value));
        } catch (final RuntimeException e) {
            return Optional.empty();
        }
    }
}
