package io.millrace.api.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.topics.Again;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which retry topic a notice goes to. */
class RetryPlanTest {

    private static final RetryPlan PLAN = RetryPlan.DEFAULT;

    @Test
    void shouldBeTriedLessOftenTheLongerItFails() {
        assertThat(PLAN.next(Duration.ZERO, Duration.ZERO)).isEqualTo(Again.SOON);
        assertThat(PLAN.next(PLAN.soonFor(), Duration.ZERO)).isEqualTo(Again.LATER);
        assertThat(PLAN.next(PLAN.laterFor(), Duration.ZERO)).isEqualTo(Again.SELDOM);
    }

    @Test
    void shouldNotGoRoundQuicklyForWhatIsWishedLater() {
        assertThat(PLAN.next(Duration.ZERO, PLAN.later().minusMillis(1))).isEqualTo(Again.SOON);
        assertThat(PLAN.next(Duration.ZERO, PLAN.later())).isEqualTo(Again.LATER);
        assertThat(PLAN.next(Duration.ZERO, Duration.ofHours(1))).isEqualTo(Again.SELDOM);
        assertThat(PLAN.next(PLAN.laterFor(), PLAN.later())).as("never sooner").isEqualTo(Again.SELDOM);
    }
}
