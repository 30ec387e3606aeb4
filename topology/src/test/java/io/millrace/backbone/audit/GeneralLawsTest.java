package io.millrace.backbone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Refusal;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.Refused;
import io.millrace.schemas.cafe.ItemRegistered;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.testkit.AuditTrial;
import org.junit.jupiter.api.Test;

/** Journals with one thing wrong, whatever the business: each must be noticed, and honest ones must not. */
class GeneralLawsTest {

    private static final ItemRegistered LATTE = new ItemRegistered("latte", "Latte", 4500L, 10L);
    private static final ItemRestocked MORE = new ItemRestocked("latte", 5L);
    private static final Refused NO = Refusal.unknown("no");

    private final AuditTrial audit = AuditTrial.of(Cafe.BUSINESS);

    @Test
    void shouldFindNothingInAnHonestJournal() {
        audit.happened(LATTE, MORE, MORE).receipt("c9", 3, NO, null).happened(MORE);
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenOneRulingHasManyEvents() {
        audit.event("a", 1, LATTE).event("a", 2, MORE).event("a", 3, MORE);
        audit.receipt("a", 3, null, null);
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenReceiptsAreFarAhead() {
        audit.receipt("a", 2, null, null).receipt("b", 3, null, null).receipt("a", 2, null, null);
        audit.event("a", 1, LATTE).event("a", 2, MORE).event("b", 3, MORE);
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenTheJournalIsFarAhead() {
        for (int n = 1; n <= 2 * GeneralLaws.REACH; n++) {
            audit.event("c" + n, n, n == 1 ? LATTE : MORE);
        }
        for (int n = 1; n <= 2 * GeneralLaws.REACH; n++) {
            audit.receipt("c" + n, n, null, null);
        }
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindAGap() {
        audit.happened(LATTE).event("b", 3, MORE).receipt("b", 3, null, null);
        assertThat(audit.laws()).containsExactly(GeneralLaws.SEQ);
        assertThat(audit.found().getFirst().getToken()).isEqualTo("cafe/gangnam@3");
    }

    @Test
    void shouldFindARepeatAndCountItOnce() {
        audit.happened(LATTE, MORE).event("c2", 2, MORE).showed(Stock.of("latte", 15));
        assertThat(audit.laws()).containsExactly(GeneralLaws.SEQ);
    }

    @Test
    void shouldFindAnEventWithoutReceiptOnceTheReceiptsHavePassedIt() {
        audit.happened(LATTE).event("smuggled", 2, MORE);
        assertThat(audit.laws()).isEmpty();
        audit.event("c3", 3, MORE).receipt("c3", 3, null, null);
        assertThat(audit.laws()).containsExactly(GeneralLaws.RECEIPT);
    }

    @Test
    void shouldFindAnEventWithoutReceiptThatComesAfterTheReceipts() {
        audit.happened(LATTE).receipt("c3", 3, null, null).event("smuggled", 2, MORE);
        assertThat(audit.laws()).containsExactly(GeneralLaws.RECEIPT);
    }

    @Test
    void shouldFindARefusedCommandThatDidSomething() {
        audit.happened(LATTE).event("no", 2, MORE).receipt("no", 2, NO, null);
        assertThat(audit.laws()).containsExactly(GeneralLaws.REFUSED);
    }

    @Test
    void shouldNotJudgeWhatOldReceiptsWouldHaveTold() {
        audit.late().event("a", 1, LATTE).event("b", 2, MORE).receipt("b", 2, null, null);
        assertThat(audit.laws()).isEmpty();
        audit.event("smuggled", 3, MORE).receipt("d", 4, null, null);
        assertThat(audit.laws()).containsExactly(GeneralLaws.RECEIPT);
    }

    @Test
    void shouldSayWhatItCannotCheckAndGoOn() {
        audit.happened(LATTE, new ItemRestocked("latte", Long.MAX_VALUE), MORE).showed(Stock.of("latte", 15));
        assertThat(audit.laws()).containsExactly(GeneralLaws.CHECKED);
    }
}
