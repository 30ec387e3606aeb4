package io.millrace.backbone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cafe.Cafe;
import io.millrace.schemas.Violation;
import io.millrace.schemas.cafe.CafeJournal;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit as it runs: what a saboteur slips into the topics is on the violations topic, and on the page. */
class AuditTopologyTest {

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);

    @BeforeEach
    void open() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L));
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldCountWhatItChecksAndFindNothing() {
        cafe.send("hongdae", new RegisterItem("mocha", "Mocha", 5000L, 10L));
        cafe.send("gangnam", new RestockItem("latte", 5L));
        cafe.send("gangnam", new RestockItem("tea", 5L));

        assertThat(cafe.violations()).isEmpty();
        assertThat(cafe.audit().report(10)).isEqualTo(new AuditReport(3, 0, List.of()));
    }

    @Test
    void shouldTellOfAnEventThatTheDeskNeverWrote() {
        cafe.slip("journal", "gangnam", restocked(2));
        cafe.send("gangnam", new RestockItem("latte", 5L));

        final List<Violation> told = cafe.violations();
        assertThat(told).extracting(Violation::getLaw).contains(GeneralLaws.SEQ, "STOCK_ADDS_UP");
        assertThat(told).extracting(Violation::getDesk).containsOnly("gangnam");
        assertThat(cafe.audit().report(10).items()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(cafe.audit().report(10).violations()).isEqualTo(told.size());
    }

    @Test
    void shouldTellOfAnEventThatIsMissing() {
        cafe.slip("journal", "gangnam", restocked(3));
        assertThat(cafe.violations()).extracting(Violation::getLaw).containsExactly(GeneralLaws.SEQ);
    }

    @Test
    void shouldTellOfARecordThatIsNoEntry() {
        cafe.slip("journal", "gangnam", new byte[] {1, 2, 3});
        cafe.slip("receipts", "gangnam", new byte[0]);
        cafe.slip("receipts", "gangnam", restocked(2));

        assertThat(cafe.violations())
                .extracting(Violation::getLaw)
                .containsExactly(GeneralLaws.READABLE, GeneralLaws.READABLE, GeneralLaws.READABLE);
        cafe.send("gangnam", new RestockItem("latte", 5L));
        assertThat(cafe.violations()).isEmpty();
    }

    @Test
    void shouldListTheNewestAndCountThemAll() {
        for (int n = 1; n <= Findings.KEPT + 5; n++) {
            cafe.slip("journal", "gangnam", restocked(1L + 2L * n));
        }
        final AuditReport report = cafe.audit().report(2_000);
        assertThat(report.violations()).isEqualTo(Findings.KEPT + 5);
        assertThat(report.items()).hasSize(Findings.KEPT);
        assertThat(report.items().getFirst().getSeq()).isEqualTo(1L + 2L * (Findings.KEPT + 5));
        assertThat(cafe.audit().report(3).items()).hasSize(3);
    }

    private static CafeJournal restocked(final long seq) {
        return new CafeJournal(
                "gangnam", seq, DeskTrial.NOON, "x" + seq, "RestockItem", null, null, new ItemRestocked("latte", 1L));
    }
}
