package io.millrace.infra.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trial is like: {@code main} is this program, {@code faults} are those that may strike. {@code commits} is how
 * seldom desks commit, so that kills fall into transactions; null: as always, whenever a batch is worked off.
 */
public record TrialPlan(
        Class<?> main,
        long seed,
        Duration time,
        Path data,
        int brokers,
        int instances,
        Duration outage,
        @Nullable Duration commits,
        List<Fault> faults) {

    public static TrialPlan of(final Class<?> main, final long seed, final Duration time, final Path data) {
        return new TrialPlan(main, seed, time, data, 3, 3, Duration.ofSeconds(70), null, List.of(Fault.values()));
    }

    public TrialPlan shaped(final int manyBrokers, final int manyInstances) {
        return new TrialPlan(main, seed, time, data, manyBrokers, manyInstances, outage, commits, faults);
    }

    public TrialPlan away(final Duration howLong) {
        return new TrialPlan(main, seed, time, data, brokers, instances, howLong, commits, faults);
    }

    public TrialPlan committing(final @Nullable Duration each) {
        return new TrialPlan(main, seed, time, data, brokers, instances, outage, each, faults);
    }

    public TrialPlan with(final List<Fault> only) {
        return new TrialPlan(main, seed, time, data, brokers, instances, outage, commits, List.copyOf(only));
    }
}
