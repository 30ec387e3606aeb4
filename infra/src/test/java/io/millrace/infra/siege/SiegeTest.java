package io.millrace.infra.siege;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SiegeTest {

    @Test
    void shouldBeContentWithACafeThatDoesNothingWrong() throws Exception {
        final SiegeReport report = besiege(LyingCafe.Lie.NONE);

        assertThat(report.good()).as(report.text()).isTrue();
        assertThat(report.text()).contains("100.00 %").contains("add up");
        assertThat(report.account().found()).isEqualTo(report.writes()).isPositive();
    }

    @Test
    void shouldAskForTheReceiptOfWhatWasTakenInsteadOfSendingItAgain() throws Exception {
        final SiegeReport report = besiege(LyingCafe.Lie.ANSWERS_LATE);

        assertThat(report.good()).as(report.text()).isTrue();
        assertThat(report.later()).isEqualTo(report.writes()).isPositive();
        assertThat(report.account().found()).isEqualTo(report.writes());
    }

    @Test
    void shouldCatchALostOrder() throws Exception {
        final SiegeReport report = besiege(LyingCafe.Lie.LOSES_ONE);

        assertThat(report.good()).isFalse();
        assertThat(report.account().lost()).as(report.text()).isEqualTo(1);
    }

    @Test
    void shouldCatchADoubledOrder() throws Exception {
        final SiegeReport report = besiege(LyingCafe.Lie.DOUBLES_ONE);

        assertThat(report.good()).isFalse();
        assertThat(report.account().doubled()).as(report.text()).isEqualTo(1);
    }

    @Test
    void shouldCatchAReadThatGoesBackInTime() throws Exception {
        final SiegeReport report = besiege(LyingCafe.Lie.GOES_BACK);

        assertThat(report.good()).isFalse();
        assertThat(report.backInTime()).as(report.text()).isEqualTo(1);
    }

    @Test
    void shouldCatchStockThatDoesNotAddUp() throws Exception {
        final SiegeReport report = besiege(LyingCafe.Lie.FORGETS_STOCK);

        assertThat(report.good()).isFalse();
        assertThat(report.text()).contains("DON'T ADD UP");
    }

    @Test
    void shouldCountWhatDidNotEndWell() throws Exception {
        final SiegeReport report = besiege(LyingCafe.Lie.FAILS_ONE);

        assertThat(report.good()).isFalse();
        assertThat(report.failed()).as(report.text()).isEqualTo(1);
        assertThat(report.text()).doesNotContain("100.00 %");
    }

    private static SiegeReport besiege(final LyingCafe.Lie lie) throws Exception {
        try (LyingCafe cafe = new LyingCafe(lie)) {
            return new Siege(cafe.port(), 4).run(() -> new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS));
        }
    }
}
