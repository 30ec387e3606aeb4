package io.millrace.testkit;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.audit.Audit;
import io.millrace.backbone.audit.Drawer;
import io.millrace.schemas.Claim;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Refused;
import io.millrace.schemas.Violation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One desk's audit in memory: what it says when a journal and its receipts are read like this. */
public final class AuditTrial {

    private final Business business;
    private final Audit audit;
    private final List<Violation> found = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private boolean fromTheStart = true;
    private String desk = "gangnam";
    private long seq;

    private AuditTrial(final Business business) {
        this.business = business;
        this.audit = new Audit(business, new MemoryDrawer(), claims::add);
    }

    public static AuditTrial of(final Business business) {
        return new AuditTrial(business);
    }

    /** The oldest receipts were gone when the audit came. */
    public AuditTrial late() {
        fromTheStart = false;
        return this;
    }

    /** These happened, one ruling each. */
    public AuditTrial happened(final SpecificRecord... events) {
        for (final SpecificRecord event : events) {
            event("c" + (seq + 1), seq + 1, event);
            receipt("c" + seq, seq, null, null);
        }
        return this;
    }

    public AuditTrial event(final String commandId, final long place, final SpecificRecord event) {
        seq = place;
        return read(Envelopes.entry(business.journal(), command(commandId), DeskTrial.NOON, place, null, event));
    }

    public AuditTrial receipt(
            final String commandId,
            final long place,
            final @Nullable Refused refused,
            final @Nullable SpecificRecord resource) {
        final Map<String, @Nullable Object> values = new HashMap<>();
        values.put("fingerprint", ByteBuffer.allocate(16));
        values.put("at", DeskTrial.NOON);
        values.put("seq", place);
        values.put("refused", refused);
        values.put("resource", resource);
        return read(Envelopes.receipt(business.receipts(), command(commandId), values));
    }

    /** The desk shows this now. */
    public AuditTrial showed(final SpecificRecord resource) {
        return receipt("c" + seq, seq, null, resource);
    }

    /** All that a desk wrote, each receipt after its events. */
    public AuditTrial life(final DeskTrial lived) {
        int read = 0;
        for (final Receipt receipt : lived.receipts()) {
            for (; read < lived.journal().size() && lived.journal().get(read).getSeq() <= receipt.getSeq(); read++) {
                read(lived.journal().get(read));
            }
            read(receipt);
            desk = receipt.getDesk();
            seq = receipt.getSeq();
        }
        return this;
    }

    /** And then this, at the same desk, which no rule would have let happen. */
    public AuditTrial sabotaged(final SpecificRecord event) {
        return event("sabotage", seq + 1, event);
    }

    public AuditTrial read(final JournalEntry entry) {
        found.addAll(audit.event(entry));
        return this;
    }

    public AuditTrial read(final Receipt receipt) {
        found.addAll(audit.receipt(receipt, fromTheStart));
        return this;
    }

    /** What it says of other desks. */
    public List<Claim> claims() {
        return claims;
    }

    /** What another desk says of this one. */
    public AuditTrial told(final Claim claim) {
        found.addAll(audit.claim(claim));
        return this;
    }

    public List<Violation> found() {
        return found;
    }

    /** The laws that were broken, in the order of it. */
    public List<String> laws() {
        return found.stream().map(Violation::getLaw).toList();
    }

    /** Any command of the business's: an audit goes by its id and name only. */
    private Envelope command(final String commandId) {
        final Class<? extends Envelope> type = business.inputs().getFirst().envelope();
        final String payload = Envelopes.payloads(type).getFirst().getFullName();
        try {
            final SpecificRecord any = (SpecificRecord)
                    Class.forName(payload).getDeclaredConstructor().newInstance();
            return Envelopes.command(type, commandId, desk, DeskTrial.NOON, null, any);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class MemoryDrawer implements Drawer {

        private final Map<String, byte[]> values = new HashMap<>();

        @Override
        public byte @Nullable [] get(final String key) {
            return values.get(key);
        }

        @Override
        public void put(final String key, final byte @Nullable [] value) {
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        }
    }
}
