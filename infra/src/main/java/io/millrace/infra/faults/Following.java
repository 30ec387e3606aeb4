package io.millrace.infra.faults;

import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.backbone.Token;
import io.millrace.backbone.desk.Causes;
import io.millrace.backbone.desk.Decision;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to follow from rulings by itself: each reaction, and each alarm that is due, as one command and no more. */
final class Following {

    /** An alarm may ring so late. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final char FOLLOWS = '→';

    private final Business business;
    private final Findings findings;

    /** When each command is to be there. */
    private final Map<String, Instant> due = new HashMap<>();

    Following(final Business business, final Findings findings) {
        this.business = business;
        this.findings = findings;
    }

    void of(final Decision decision) {
        for (final JournalEntry entry : decision.entries()) {
            final Token token = new Token(business.name(), entry.getDesk(), entry.getSeq());
            int n = 0;
            for (final Reaction reaction : business.reactions().apply(entry.event(), Moment.of(entry))) {
                due.put(Oracle.key(business, reaction.desk(), Causes.reaction(token, n++)), entry.getAt());
            }
        }
        final Receipt receipt = decision.receipt();
        final Token token = new Token(business.name(), receipt.getDesk(), receipt.getSeq());
        for (int n = 0; n < decision.alarms().size(); n++) {
            due.put(
                    Oracle.key(business, receipt.getDesk(), Causes.alarm(token, n)),
                    decision.alarms().get(n).at().plus(LATE));
        }
    }

    /** {@code commands} are those there are; by the last receipt's time, everything due is there. */
    void judge(final Map<String, List<Envelope>> commands, final List<Receipt> receipts) {
        final Instant end =
                receipts.stream().map(Receipt::getAt).max(Instant::compareTo).orElse(Instant.MIN);
        due.forEach((key, at) -> {
            if (!commands.containsKey(key) && !at.isAfter(end)) {
                findings.add(Sort.LOST, "what had to follow by " + at + " did not: " + key);
            }
        });
        commands.forEach((key, all) -> {
            final String id = all.getFirst().getCommandId();
            final boolean follows = id.charAt(0) == FOLLOWS && (id.indexOf('#') > 0 || id.indexOf('!') > 0);
            if (follows && !due.containsKey(key)) {
                findings.add(Sort.UNRULY, "it follows from nothing: " + key);
            }
            if (follows && all.size() > 1) {
                findings.add(Sort.DOUBLED, "it followed " + all.size() + " times: " + key);
            }
        });
    }
}
