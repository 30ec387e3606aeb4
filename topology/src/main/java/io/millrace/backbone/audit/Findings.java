package io.millrace.backbone.audit;

import io.millrace.schemas.AuditCount;
import io.millrace.schemas.Violation;
import io.millrace.schemas.wire.AvroCodec;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** One partition's count of events and violations, and the newest of the latter. The topic has them all. */
final class Findings {

    static final String COUNT = "count/";
    static final String FOUND = "found/";
    static final String END = String.valueOf(Character.MAX_VALUE);

    /** So many violations are listed per partition. */
    static final int KEPT = 1_000;

    private final KeyValueStore<String, byte[]> store;
    private final AvroCodec codec;
    private final String count;

    Findings(final KeyValueStore<String, byte[]> store, final AvroCodec codec, final int partition) {
        this.store = store;
        this.codec = codec;
        this.count = COUNT + partition;
    }

    void checked() {
        final AuditCount before = count();
        put(new AuditCount(before.getChecked() + 1, before.getViolations(), before.getKept()));
    }

    /** {@code n} tells violations at the same place apart. */
    void found(final Violation violation, final int n) {
        final AuditCount before = count();
        final String key = FOUND
                + "%015d/%s/%s/%d"
                        .formatted(violation.getAt().toEpochMilli(), violation.getToken(), violation.getLaw(), n);
        final boolean full = before.getKept() >= KEPT;
        if (full) {
            forgetOldest();
        }
        store.put(key, codec.encode(violation));
        put(new AuditCount(before.getChecked(), before.getViolations() + 1, before.getKept() + (full ? 0 : 1)));
    }

    private void forgetOldest() {
        try (KeyValueIterator<String, byte[]> oldest = store.range(FOUND, FOUND + END)) {
            if (oldest.hasNext()) {
                store.delete(oldest.next().key);
            }
        }
    }

    private AuditCount count() {
        final byte[] stored = store.get(count);
        return stored == null ? new AuditCount(0L, 0L, 0L) : (AuditCount) codec.decode(stored);
    }

    private void put(final AuditCount now) {
        store.put(count, codec.encode(now));
    }
}
