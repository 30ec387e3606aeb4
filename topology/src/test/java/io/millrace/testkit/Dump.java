package io.millrace.testkit;

import io.millrace.schemas.Row;
import io.millrace.schemas.wire.AvroCodec;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads a whole store. Marks of how far something is have no value to compare. */
public final class Dump {

    /** What a row holds stands beside it, under its key and this. */
    static final String VALUE = "=";

    private Dump() {}

    public static Map<String, SpecificRecord> of(final KeyValueStore<String, byte[]> store, final AvroCodec codec) {
        final Map<String, SpecificRecord> all = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> rows = store.all()) {
            while (rows.hasNext()) {
                final KeyValue<String, byte[]> row = rows.next();
                if (!row.key.startsWith("~")) {
                    final SpecificRecord value = codec.decode(row.value);
                    all.put(row.key, value);
                    if (value instanceof Row it) {
                        all.put(row.key + VALUE, codec.decode(bytes(it)));
                    }
                }
            }
        }
        return all;
    }

    private static byte[] bytes(final Row row) {
        final byte[] bytes = new byte[row.getValue().remaining()];
        row.getValue().duplicate().get(bytes);
        return bytes;
    }
}
