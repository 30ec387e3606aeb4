package io.millrace.backbone.audit;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Blame;
import io.millrace.backbone.stream.Reading;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.Claim;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Violation;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Hands journal and receipts to the audit, and writes down what it finds. */
final class AuditProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    /** Where the receipts began that this partition has seen: at 0, none is missing. Sorts before every desk. */
    private static final String BEGAN = "#receipts";

    private final Business business;
    private final AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> ledger;

    @SuppressWarnings("NullAway.Init")
    private Findings findings;

    @SuppressWarnings("NullAway.Init")
    private Audit audit;

    AuditProcessor(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        ledger = context.getStateStore(AuditNames.ledger(business));
        final KeyValueStore<String, byte[]> shown = context.getStateStore(AuditNames.findings(business));
        findings = new Findings(shown, codec, context.taskId().partition());
        audit = new Audit(business, new StoredDrawer(ledger), this::forward);
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        final RecordMetadata place = context.recordMetadata().orElseThrow();
        final List<Violation> found = read(record, place);
        for (int n = 0; n < found.size(); n++) {
            findings.found(found.get(n), n);
            report(record, found.get(n));
        }
    }

    private List<Violation> read(final Record<byte[], byte[]> record, final RecordMetadata place) {
        if (place.topic().equals(business.topic("journal"))) {
            return journal(record);
        }
        return place.topic().equals(business.topic("receipts")) ? receipt(record, place) : claim(record);
    }

    /** Only audits should write these. */
    private List<Violation> claim(final Record<byte[], byte[]> record) {
        try {
            return audit.claim(Reading.ofDesk(Claim.class, codec, record, Claim::getDesk));
        } catch (final RuntimeException e) {
            return List.of(unreadable(record, Blame.ofRecord(e)));
        }
    }

    private void forward(final Claim claim) {
        final byte[] key = claim.getDesk().getBytes(StandardCharsets.UTF_8);
        final byte[] value = codec.encode(business.topic("claims") + "-value", claim);
        context.forward(new Record<>(key, value, claim.getAt().toEpochMilli()), AuditNames.TO_CLAIMS);
    }

    private List<Violation> journal(final Record<byte[], byte[]> record) {
        findings.checked();
        try {
            return audit.event(Reading.ofDesk(JournalEntry.class, codec, record, JournalEntry::getDesk));
        } catch (final RuntimeException e) {
            return List.of(unreadable(record, Blame.ofRecord(e)));
        }
    }

    private List<Violation> receipt(final Record<byte[], byte[]> record, final RecordMetadata place) {
        byte[] began = ledger.get(BEGAN);
        if (began == null) {
            began = Long.toString(place.offset()).getBytes(StandardCharsets.UTF_8);
            ledger.put(BEGAN, began);
        }
        try {
            final boolean fromTheStart = new String(began, StandardCharsets.UTF_8).equals("0");
            return audit.receipt(Reading.ofDesk(Receipt.class, codec, record, Receipt::getDesk), fromTheStart);
        } catch (final RuntimeException e) {
            return List.of(unreadable(record, Blame.ofRecord(e)));
        }
    }

    private Violation unreadable(final Record<byte[], byte[]> record, final RuntimeException why) {
        return audit.unreadable(Reading.key(record.key()), Instant.ofEpochMilli(record.timestamp()), why);
    }

    private void report(final Record<byte[], byte[]> record, final Violation violation) {
        final String key = violation.getBusiness() + "/" + violation.getDesk();
        context.forward(
                record.withKey(key.getBytes(StandardCharsets.UTF_8))
                        .withValue(codec.encode(Catalogue.VIOLATIONS + "-value", violation)),
                AuditNames.TO_VIOLATIONS);
    }

    private record StoredDrawer(KeyValueStore<String, byte[]> store) implements Drawer {

        @Override
        public byte @Nullable [] get(final String key) {
            return store.get(key);
        }

        @Override
        public void put(final String key, final byte @Nullable [] value) {
            store.put(key, value);
        }
    }
}
