package io.millrace.infra.cli;

import io.millrace.infra.faults.Fault;
import io.millrace.infra.faults.Report;
import io.millrace.infra.faults.Trial;
import io.millrace.infra.faults.TrialPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace faults}: breaks a cluster of its own while it is used, and proves that it adds up. */
@Command(
        name = "faults",
        description = "Kill, freeze and poison a cluster of its own under load, and prove that everything adds up.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    @Option(names = "--seed", defaultValue = "1", description = "Draws faults and load (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--minutes", defaultValue = "3", description = "How long faults go on (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--brokers", defaultValue = "3", description = "How many brokers, 1 to 5 (${DEFAULT-VALUE}).")
    private int brokers;

    @Option(names = "--instances", defaultValue = "3", description = "How many instances, 1 to 9 (${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--outage",
            defaultValue = "PT70S",
            description = "How long all brokers stay away, when they do (${DEFAULT-VALUE}).")
    private Duration outage = Duration.ofSeconds(70);

    @Option(
            names = "--commit-interval",
            description = "Let desks commit that seldom, so that kills fall into transactions (at once).")
    private @Nullable Duration commits;

    @Option(names = "--fault", split = ",", description = "Only these faults (all: ${COMPLETION-CANDIDATES}).")
    private List<Fault> only = List.of(Fault.values());

    @Option(names = "--data", description = "Where its data is kept (a new temporary directory).")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (brokers < 1 || brokers > 5 || instances < 1 || instances > 9) {
            throw new ParameterException(spec.commandLine(), "--brokers is from 1 to 5, --instances from 1 to 9.");
        }
        final Path where = data == null ? Files.createTempDirectory("millrace-faults") : data;
        Terminal.aside("data and logs in " + where);
        final TrialPlan plan = TrialPlan.of(Millrace.class, seed, Duration.ofMillis((long) (minutes * 60_000)), where)
                .shaped(brokers, instances)
                .away(outage)
                .committing(commits)
                .with(only);
        final Report report = new Trial(plan, Terminal::aside).run();
        Terminal.say(report.toString());
        return report.good() ? 0 : 1;
    }
}
