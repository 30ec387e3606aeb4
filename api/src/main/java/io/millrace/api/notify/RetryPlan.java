package io.millrace.api.notify;

import io.millrace.backbone.topics.Again;
import java.time.Duration;

/**
 * How long notices wait on each retry topic, for how long they are sent around through the quicker ones, and when they
 * are given up. {@code longestRest}: how long a webhook that fails and fails is left alone, unless it says longer.
 */
public record RetryPlan(
        Duration soon,
        Duration later,
        Duration seldom,
        Duration soonFor,
        Duration laterFor,
        Duration giveUp,
        Duration longestRest) {

    public static final RetryPlan DEFAULT = new RetryPlan(
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofHours(2),
            Duration.ofDays(2),
            Duration.ofSeconds(20));

    Duration of(final Again again) {
        return switch (again) {
            case SOON -> soon;
            case LATER -> later;
            case SELDOM -> seldom;
        };
    }

    /** For a notice that fails for so long, and that need not be tried before so long. */
    Again next(final Duration age, final Duration wish) {
        final Again byAge =
                age.compareTo(soonFor) < 0 ? Again.SOON : age.compareTo(laterFor) < 0 ? Again.LATER : Again.SELDOM;
        Again next = byAge;
        for (final Again longer : Again.values()) {
            if (longer.compareTo(byAge) > 0 && wish.compareTo(of(longer)) >= 0) {
                next = longer;
            }
        }
        return next;
    }
}
