package io.millrace.riders;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Steps;
import io.millrace.schemas.riders.DeliveryAccepted;
import io.millrace.schemas.riders.DeliveryCalled;
import io.millrace.schemas.riders.DeliveryCanceled;
import io.millrace.schemas.riders.DeliveryCompleted;
import io.millrace.schemas.riders.DeliveryPicked;
import io.millrace.schemas.riders.HouseRulesSet;
import io.millrace.testkit.AuditTrial;
import io.millrace.testkit.DeskTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals of a zone that break a law each, which the audit must notice, and honest ones. */
class RidersLawsTest {

    private final AuditTrial audit =
            AuditTrial.of(Riders.BUSINESS).happened(new DeliveryCalled(1L, "noodles", "there", 3_000L));

    @Test
    void shouldFindNothingInAnHonestZone() {
        audit.happened(accepted("ann"), picked("ann"), completed("ann", 3_000));
        audit.happened(new DeliveryCalled(2L, "noodles", "there", 1L), new DeliveryCanceled(2L, "noodles", 1L, null));
        assertThat(audit.laws()).isEmpty();
    }

    @Test
    void shouldFindTwoRidersOnOneDelivery() {
        audit.happened(accepted("ann"), picked("bob"), completed("ann", 3_000));
        assertThat(audit.laws()).containsExactly(RidersLaws.ONE_RIDER);
    }

    @Test
    void shouldFindADeliveryAcceptedTwice() {
        audit.happened(accepted("ann"), accepted("bob"));
        assertThat(audit.laws()).containsExactly(Steps.STEP, RidersLaws.ONE_RIDER);
    }

    @Test
    void shouldFindADeliveryCompletedBySomebodyElse() {
        audit.happened(picked("ann"), completed("bob", 3_000));
        assertThat(audit.laws()).containsExactly(RidersLaws.ONE_RIDER);
    }

    @Test
    void shouldFindAnotherSumSettledThanAgreed() {
        audit.happened(picked("ann"), completed("ann", 2_999));
        assertThat(audit.laws()).containsExactly(RidersLaws.SETTLED);
    }

    @Test
    void shouldFindADeliverySettledTwice() {
        audit.happened(picked("ann"), completed("ann", 3_000), completed("ann", 3_000));
        assertThat(audit.laws()).containsExactly(Steps.STEP, RidersLaws.SETTLED);
    }

    @Test
    void shouldFindADeliveryCanceledOnItsWay() {
        audit.happened(picked("ann"), new DeliveryCanceled(1L, "noodles", 3_000L, "ann"));
        assertThat(audit.laws()).containsExactly(Steps.STEP);
    }

    @Test
    void shouldFindARiderWithMoreThanTheHouseAllows() {
        audit.happened(accepted("ann"));
        for (long number = 2; number <= 4; number++) {
            audit.happened(new DeliveryCalled(number, "noodles", "there", 1L));
        }
        audit.happened(picked(2, "ann"), picked(3, "ann"));
        assertThat(audit.laws()).isEmpty();
        audit.happened(picked(4, "ann"));
        assertThat(audit.laws()).containsExactly(RidersLaws.NOT_TOO_MANY);
    }

    @Test
    void shouldGoByTheHouseRuleAndByWhatIsStillUnderWay() {
        audit.happened(new HouseRulesSet(null, 1L, "Asia/Seoul"), accepted("ann"), completed("ann", 3_000));
        audit.happened(new DeliveryCalled(2L, "noodles", "there", 1L), picked(2, "ann"));
        audit.happened(new DeliveryCalled(3L, "noodles", "there", 1L));
        assertThat(audit.laws()).isEmpty();
        audit.happened(picked(3, "ann"));
        assertThat(audit.laws()).containsExactly(RidersLaws.NOT_TOO_MANY);
    }

    @Test
    void shouldFindANumberLeftOut() {
        audit.happened(new DeliveryCalled(3L, "noodles", "there", 3_000L));
        assertThat(audit.laws()).containsExactly(Steps.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldFindNothingInALongRandomLife(final long seed) {
        final Histories histories = new Histories(seed);
        final DeskTrial zone = DeskTrial.at(Riders.BUSINESS, "gangnam");
        for (int n = 0; n < 1_000; n++) {
            zone.when(histories.command());
        }
        assertThat(AuditTrial.of(Riders.BUSINESS).life(zone).found()).isEmpty();
        assertThat(zone.journal()).hasSizeGreaterThan(300);
    }

    private static DeliveryAccepted accepted(final String rider) {
        return new DeliveryAccepted(1L, rider, "noodles", "there", 3_000L, DeskTrial.NOON);
    }

    private static DeliveryPicked picked(final long number, final String rider) {
        return new DeliveryPicked(number, rider, "noodles", "there", 1L, DeskTrial.NOON);
    }

    private static DeliveryPicked picked(final String rider) {
        return new DeliveryPicked(1L, rider, "noodles", "there", 3_000L, DeskTrial.NOON);
    }

    private static DeliveryCompleted completed(final String rider, final long settled) {
        return new DeliveryCompleted(1L, rider, "noodles", settled, "2026-03-01", "Asia/Seoul");
    }
}
