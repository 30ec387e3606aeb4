package io.millrace.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.faults.Findings.Sort;
import io.millrace.schemas.cafe.CafeJournal;
import io.millrace.schemas.cafe.CafeReceipt;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.ItemRestocked;
import org.junit.jupiter.api.Test;

/** Saboteurs: whatever is wrong in the topics in the end, the oracle notices. */
class OracleTest {

    private final HonestCafe cafe = new HonestCafe();

    @Test
    void shouldFindNothingWhenAllIsWell() {
        cafe.receipts.add(cafe.receipts.getFirst());
        assertThat(cafe.judged().lines()).isEmpty();
    }

    @Test
    void shouldFindACommandThatWasLost() {
        cafe.receipts.removeLast();
        cafe.journal.removeLast();
        assertThat(cafe.judged().count(Sort.LOST)).isEqualTo(1);
    }

    @Test
    void shouldFindACommandThatWasDoneTwice() {
        final CafeReceipt first = (CafeReceipt) cafe.receipts.get(1);
        cafe.receipts.add(CafeReceipt.newBuilder(first).setSeq(99L).build());
        assertThat(cafe.judged().count(Sort.DOUBLED)).isEqualTo(1);
    }

    @Test
    void shouldFindAnEventThatNoRulingStandsFor() {
        cafe.journal.add(cafe.journal.getLast());
        assertThat(cafe.judged().count(Sort.DOUBLED)).isEqualTo(1);
    }

    @Test
    void shouldFindAnEventThatIsMissing() {
        cafe.journal.remove(1);
        assertThat(cafe.judged().count(Sort.UNRULY)).isPositive();
    }

    @Test
    void shouldFindAnEventThatIsNotWhatTheRulesComeTo() {
        final CafeJournal second = (CafeJournal) cafe.journal.get(1);
        cafe.journal.set(
                1,
                CafeJournal.newBuilder(second)
                        .setPayload(new ItemRestocked("latte", 6L))
                        .build());
        assertThat(cafe.judged().count(Sort.UNRULY)).isPositive();
    }

    @Test
    void shouldFindAReceiptThatIsNotWhatTheRulesComeTo() {
        final CafeReceipt second = (CafeReceipt) cafe.receipts.get(1);
        cafe.receipts.set(1, CafeReceipt.newBuilder(second).setSeq(7L).build());
        assertThat(cafe.judged().count(Sort.UNRULY)).isEqualTo(1);
    }

    @Test
    void shouldFindAReceiptThatNobodyAskedFor() {
        cafe.commands.removeFirst();
        assertThat(cafe.judged().count(Sort.UNRULY)).isPositive();
    }

    @Test
    void shouldSeeLessThanNothing() {
        assertThat(Oracle.belowZero(new Item("latte", "Latte", 1L, -1L, HonestCafe.NOON)))
                .isTrue();
        assertThat(Oracle.belowZero(new Item("latte", "Latte", 1L, 0L, HonestCafe.NOON)))
                .isFalse();
    }
}
