package io.millrace.backbone.desk;

import io.millrace.schemas.wire.AvroCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The books as they lie in the state store. */
final class StoredBooks implements Below {

    private final KeyValueStore<String, byte[]> store;
    private final AvroCodec codec;

    StoredBooks(final KeyValueStore<String, byte[]> store, final AvroCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    @Override
    public @Nullable SpecificRecord get(final String key) {
        final byte[] row = store.get(key);
        return row == null ? null : codec.decode(row);
    }

    @Override
    public Map<String, SpecificRecord> range(final String from, final String to, final int atMost) {
        final Map<String, SpecificRecord> found = new LinkedHashMap<>();
        try (KeyValueIterator<String, byte[]> rows = store.range(from, to)) {
            while (rows.hasNext() && found.size() < atMost) {
                final KeyValue<String, byte[]> row = rows.next();
                found.put(row.key, codec.decode(row.value));
            }
        }
        return found;
    }
}
