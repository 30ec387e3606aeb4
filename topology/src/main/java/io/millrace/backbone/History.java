package io.millrace.backbone;

import io.millrace.schemas.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps that something has taken so far, each with its time. */
public final class History {

    private History() {}

    public static List<Step> begun(final Enum<?> status, final Instant at) {
        return List.of(new Step(status.name(), at));
    }

    public static List<Step> and(final List<Step> before, final Enum<?> status, final Instant at) {
        final List<Step> steps = new ArrayList<>(before);
        steps.add(new Step(status.name(), at));
        return steps;
    }
}
