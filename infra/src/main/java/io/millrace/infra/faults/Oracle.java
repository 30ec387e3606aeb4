package io.millrace.infra.faults;

import io.millrace.backbone.Business;
import io.millrace.backbone.desk.Causes;
import io.millrace.backbone.desk.Decider;
import io.millrace.backbone.desk.Decision;
import io.millrace.backbone.desk.Fingerprint;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Decides every command once more, in the order of the receipts, with nothing but the pure rules on books in memory: the
 * same receipts and the same journal must come out, no more and no less.
 */
final class Oracle {

    private final Evidence evidence;
    private final Findings findings;
    private final Decider decider;
    private final MemoryBooks books = new MemoryBooks();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Map<String, List<Envelope>> commands = new HashMap<>();
    private final Map<String, Deque<JournalEntry>> journal = new HashMap<>();
    private final Following following;

    Oracle(final Evidence evidence, final Findings findings) {
        this.evidence = evidence;
        this.findings = findings;
        this.decider = new Decider(evidence.business());
        this.following = new Following(evidence.business(), findings);
    }

    /** The books as they must be. */
    MemoryBooks judge() {
        evidence.commands()
                .forEach(it -> commands.computeIfAbsent(key(it.getDesk(), it.getCommandId()), _ -> new ArrayList<>())
                        .add(it));
        evidence.journal()
                .forEach(it -> journal.computeIfAbsent(it.getDesk(), _ -> new ArrayDeque<>())
                        .add(it));
        evidence.receipts().forEach(this::judge);
        following.judge(commands, evidence.receipts());
        commands.keySet().stream()
                .filter(key -> !receipts.containsKey(key))
                .forEach(key -> findings.add(Sort.LOST, "no receipt for " + key));
        journal.forEach((desk, left) -> left.forEach(
                entry -> findings.add(Sort.DOUBLED, "no ruling stands for " + key(desk, "") + "@" + entry.getSeq())));
        return books;
    }

    Optional<Receipt> receipt(final String desk, final String commandId) {
        return Optional.ofNullable(receipts.get(key(desk, commandId)));
    }

    private void judge(final Receipt receipt) {
        final Refused refused = receipt.getRefused();
        if (refused != null && refused.getCode().equals(Causes.KEY_REUSED)) {
            return;
        }
        final String key = key(receipt.getDesk(), receipt.getCommandId());
        final Receipt before = receipts.putIfAbsent(key, receipt);
        if (before != null) {
            if (!before.equals(receipt)) {
                findings.add(Sort.DOUBLED, "two receipts for " + key);
            }
            return;
        }
        commands.getOrDefault(key, List.of()).stream()
                .filter(it -> Fingerprint.of(it.payload()).equals(receipt.getFingerprint()))
                .findFirst()
                .ifPresentOrElse(
                        command -> decideAgain(key, command, receipt),
                        () -> findings.add(Sort.UNRULY, "no command for the receipt of " + key));
    }

    private void decideAgain(final String key, final Envelope command, final Receipt receipt) {
        final Decision decision = decider.decide(command, receipt.getFingerprint(), books, receipt.getAt());
        if (!decision.receipt().equals(receipt)) {
            findings.add(Sort.UNRULY, "another receipt for " + key + " than the rules come to");
        }
        final Deque<JournalEntry> left = journal.getOrDefault(command.getDesk(), new ArrayDeque<>());
        for (final JournalEntry entry : decision.entries()) {
            final JournalEntry written = left.peek();
            if (written == null || !written.equals(entry)) {
                findings.add(Sort.UNRULY, "the journal has not what " + key + " comes to at " + entry.getSeq());
            } else {
                left.remove();
            }
        }
        following.of(decision);
        books.write(decision.rows());
        decision.rows()
                .forEach((row, value) -> value.filter(Oracle::belowZero)
                        .ifPresent(_ -> findings.add(Sort.OVERSOLD, row + " after " + key)));
    }

    /** Whether a record counts less than nothing of something. */
    static boolean belowZero(final SpecificRecord row) {
        return row.getSchema().getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.LONG
                        && field.schema().getLogicalType() == null)
                .anyMatch(field -> row.get(field.pos()) instanceof Long number && number < 0);
    }

    private String key(final String desk, final String commandId) {
        return key(evidence.business(), desk, commandId);
    }

    static String key(final Business business, final String desk, final String commandId) {
        return business.name() + "/" + desk + "/" + commandId;
    }
}
