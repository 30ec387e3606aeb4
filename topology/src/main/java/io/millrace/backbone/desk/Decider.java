package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.Subject;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.Refused;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Decides a command on an overlay of the books, and touches nothing else: rule, fold, receipt. */
public final class Decider {

    private final Business business;

    public Decider(final Business business) {
        this.business = business;
    }

    public Decision decide(final Envelope command, final ByteBuffer fingerprint, final Below below, final Instant now) {
        return decide(command, fingerprint, below, now, List.of());
    }

    /** {@code own}: in one of these fields, what the command is about must name its actor; none: it need not. */
    public Decision decide(
            final Envelope command,
            final ByteBuffer fingerprint,
            final Below below,
            final Instant now,
            final List<String> own) {
        final SpecificRecord payload = command.payload();
        final Overlay overlay = new Overlay(command.getDesk(), below);
        final Moment moment = new Moment(command.getDesk(), now, command.getActor());
        final List<Checks.Problem> problems = Checks.problems(payload);
        if (!problems.isEmpty()) {
            return refused(command, fingerprint, now, overlay.seq(), malformed(problems));
        }
        if (!own.isEmpty() && ofSomebodyElse(payload, overlay, command.getActor(), own)) {
            final Refused reason = Refusal.forbidden("NOT_YOURS", "This belongs to somebody else.");
            return refused(command, fingerprint, now, overlay.seq(), reason);
        }
        return switch (business.rules().rule(payload, overlay, moment)) {
            case Ruling.No<SpecificRecord, SpecificRecord> no ->
                no.noted().isEmpty()
                        ? refused(command, fingerprint, now, overlay.seq(), no.reason())
                        : noted(command, fingerprint, overlay, moment, no);
            case Ruling.Yes<SpecificRecord, SpecificRecord> yes -> accepted(command, fingerprint, overlay, moment, yes);
        };
    }

    /**
     * What isn't there belongs to nobody; that it isn't there is for the rules to say. But where nothing says what a
     * command is about, it may be anybody's.
     */
    private boolean ofSomebodyElse(
            final SpecificRecord payload, final Overlay overlay, final @Nullable String actor, final List<String> own) {
        final Optional<Subject> about = Subject.of(business, payload.getClass());
        if (about.isEmpty()) {
            return true;
        }
        final Optional<SpecificRecord> subject = about.get().in(overlay, payload);
        return subject.isPresent()
                && (actor == null || own.stream().noneMatch(field -> Subject.names(subject.get(), field, actor)));
    }

    private Decision accepted(
            final Envelope command,
            final ByteBuffer fingerprint,
            final Overlay overlay,
            final Moment moment,
            final Ruling.Yes<SpecificRecord, SpecificRecord> yes) {
        final List<JournalEntry> entries = happened(yes.events(), command, overlay, moment);
        final Ruling.Shown shown = yes.shown();
        final @Nullable SpecificRecord resource = shown == null
                ? null
                : overlay.find(shown.shelf(), shown.id())
                        .map(SpecificRecord.class::cast)
                        .orElse(null);
        final Receipt receipt = receipt(command, fingerprint, moment.now(), overlay.seq(), null, resource);
        return new Decision(receipt, entries, entries.isEmpty() ? Map.of() : overlay.changes(), yes.alarms());
    }

    private List<JournalEntry> happened(
            final List<SpecificRecord> events, final Envelope command, final Overlay overlay, final Moment moment) {
        final String cause = Causes.causeOf(command.getCommandId());
        final List<JournalEntry> entries = new ArrayList<>();
        for (final SpecificRecord event : events) {
            entries.add(Envelopes.entry(business.journal(), command, moment.now(), overlay.advance(), cause, event));
            business.rules().fold(event, overlay, moment);
        }
        return entries;
    }

    /** Refused, with a note of it in the journal. */
    private Decision noted(
            final Envelope command,
            final ByteBuffer fingerprint,
            final Overlay overlay,
            final Moment moment,
            final Ruling.No<SpecificRecord, SpecificRecord> no) {
        final List<JournalEntry> entries = happened(no.noted(), command, overlay, moment);
        final Receipt receipt = receipt(command, fingerprint, moment.now(), overlay.seq(), no.reason(), null);
        return new Decision(receipt, entries, overlay.changes(), List.of());
    }

    private Decision refused(
            final Envelope command,
            final ByteBuffer fingerprint,
            final Instant now,
            final long seq,
            final Refused reason) {
        return new Decision(receipt(command, fingerprint, now, seq, reason, null), List.of(), Map.of(), List.of());
    }

    /** A receipt that is told to who asks but never kept: the id already belongs to another command. */
    public Receipt keyReused(final Envelope command, final ByteBuffer fingerprint, final Instant now, final long seq) {
        final Refused reason = Refusal.unprocessable(
                Causes.KEY_REUSED,
                "The key " + command.getCommandId() + " was used before for another request; use a new one.");
        return receipt(command, fingerprint, now, seq, reason, null);
    }

    private Receipt receipt(
            final Envelope command,
            final ByteBuffer fingerprint,
            final Instant now,
            final long seq,
            final @Nullable Refused refused,
            final @Nullable SpecificRecord resource) {
        final Map<String, @Nullable Object> values = new HashMap<>();
        values.put("fingerprint", fingerprint);
        values.put("at", now);
        values.put("seq", seq);
        values.put("refused", refused);
        values.put("resource", resource);
        return Envelopes.receipt(business.receipts(), command, values);
    }

    private static Refused malformed(final List<Checks.Problem> problems) {
        final List<String> texts =
                problems.stream().map(p -> p.field() + " " + p.detail()).toList();
        return Refusal.of(RefusalKind.MALFORMED, "MALFORMED", String.join("; ", texts));
    }
}
