package io.millrace.backbone.quarantine;

import io.millrace.backbone.Shelf;
import io.millrace.schemas.ActDone;
import io.millrace.schemas.Kept;
import io.millrace.schemas.KeptState;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** One partition of what is kept: by id, by time without the payload, acts by their key, and how many wait. */
final class KeptStore {

    static final String BY_TIME = "time/";
    static final String END = String.valueOf(Character.MAX_VALUE);
    private static final String BY_ID = "kept/";
    private static final String DONE = "act/";
    private static final String WAITING = "waiting";

    private final KeyValueStore<String, byte[]> store;
    private final AvroCodec codec;

    KeptStore(final KeyValueStore<String, byte[]> store, final AvroCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    static @Nullable Kept find(
            final ReadOnlyKeyValueStore<String, byte[]> store, final AvroCodec codec, final String id) {
        final byte[] found = store.get(BY_ID + id);
        return found == null ? null : (Kept) codec.decode(found);
    }

    static @Nullable ActDone done(
            final ReadOnlyKeyValueStore<String, byte[]> store, final AvroCodec codec, final String key) {
        final byte[] found = store.get(DONE + key);
        return found == null ? null : (ActDone) codec.decode(found);
    }

    static long waiting(final ReadOnlyKeyValueStore<String, byte[]> store) {
        final byte[] count = store.get(WAITING);
        return count == null ? 0 : ByteBuffer.wrap(count).getLong();
    }

    static String place(final Kept kept) {
        return Shelf.padded(kept.getAt().toEpochMilli(), 15) + "/" + kept.getId();
    }

    @Nullable
    Kept find(final String id) {
        return find(store, codec, id);
    }

    boolean knows(final String key) {
        return store.get(DONE + key) != null;
    }

    void put(final @Nullable Kept before, final Kept now) {
        if (before != null) {
            store.delete(BY_TIME + place(before));
        }
        store.put(BY_ID + now.getId(), codec.encode(now));
        final Kept inShort = Kept.newBuilder(now)
                .setValue(null)
                .setHeaders(List.of())
                .setStack("")
                .build();
        store.put(BY_TIME + place(now), codec.encode(inShort));
        final long more = waits(now) - (before == null ? 0 : waits(before));
        if (more != 0) {
            store.put(
                    WAITING,
                    ByteBuffer.allocate(Long.BYTES)
                            .putLong(waiting(store) + more)
                            .array());
        }
    }

    void put(final ActDone done) {
        store.put(DONE + done.getKey(), codec.encode(done));
    }

    private static long waits(final Kept kept) {
        return kept.getState() == KeptState.WAITING ? 1 : 0;
    }
}
