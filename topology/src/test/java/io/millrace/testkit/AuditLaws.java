package io.millrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Business;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.util.ArrayList;
import java.util.List;

/** Saboteurs for every business: its own life, with one thing wrong in its topics. */
final class AuditLaws {

    private static final String SEQ = "SEQ_WITHOUT_GAPS";
    private static final String RECEIPT = "EVENT_HAS_ITS_RECEIPT";

    private AuditLaws() {}

    static void auditCatchesAnEventThatIsMissing(final Business business, final List<Laws.Sent> life) {
        lived(business, life, (journal, receipts) -> {
            journal.remove(notTheLast(journal));
            assertThat(laws(business, journal, receipts)).contains(SEQ);
        });
    }

    static void auditCatchesAnEventThatStandsTwice(final Business business, final List<Laws.Sent> life) {
        lived(business, life, (journal, receipts) -> {
            final int at = notTheLast(journal);
            journal.add(at, journal.get(at));
            assertThat(laws(business, journal, receipts)).contains(SEQ);
        });
    }

    static void auditCatchesAnEventWithoutItsReceipt(final Business business, final List<Laws.Sent> life) {
        lived(business, life, (journal, receipts) -> {
            final JournalEntry event = journal.get(notTheLast(journal));
            receipts.removeIf(receipt -> receipt.getDesk().equals(event.getDesk())
                    && receipt.getCommandId().equals(event.getCommandId()));
            assertThat(laws(business, journal, receipts)).contains(RECEIPT);
        });
    }

    private interface Lived {
        void then(List<JournalEntry> journal, List<Receipt> receipts);
    }

    private static void lived(final Business business, final List<Laws.Sent> life, final Lived lived) {
        try (BusinessDriver driver = new BusinessDriver(business)) {
            life.forEach(driver::send);
            assertThat(laws(business, driver.journal(), driver.receipts())).isEmpty();
            lived.then(new ArrayList<>(driver.journal()), new ArrayList<>(driver.receipts()));
        }
    }

    /** An event after which its desk goes on with another command: only then can anybody know. */
    private static int notTheLast(final List<JournalEntry> journal) {
        for (int n = 0; n < journal.size(); n++) {
            final JournalEntry entry = journal.get(n);
            final boolean last = journal.stream()
                    .filter(it -> it.getDesk().equals(entry.getDesk()))
                    .noneMatch(it ->
                            it.getSeq() > entry.getSeq() && !it.getCommandId().equals(entry.getCommandId()));
            if (!last) {
                return n;
            }
        }
        throw new IllegalStateException("a life of more than one command at a desk is needed");
    }

    private static List<String> laws(
            final Business business, final List<JournalEntry> journal, final List<Receipt> receipts) {
        final AuditTrial trial = AuditTrial.of(business);
        journal.forEach(trial::read);
        receipts.forEach(trial::read);
        return trial.laws();
    }
}
