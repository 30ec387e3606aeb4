package io.millrace.infra.cli;

import io.millrace.infra.cluster.ClusterPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of whatever starts a cluster. */
final class ClusterShape {

    @Option(
            names = "--data",
            defaultValue = ".millrace/cluster",
            description = "Where data is kept (${DEFAULT-VALUE}).")
    private Path data = Path.of(".millrace/cluster");

    @Option(names = "--brokers", defaultValue = "3", description = "How many brokers, 1 to 5 (${DEFAULT-VALUE}).")
    private int brokers;

    @Option(names = "--instances", defaultValue = "3", description = "How many instances, 1 to 9 (${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--business",
            split = ",",
            description = "Only these businesses (all: ${COMPLETION-CANDIDATES}).",
            completionCandidates = BusinessNames.class)
    private @Nullable List<String> only;

    ClusterPlan plan(final int port, final CommandLine line) {
        if (brokers < 1 || brokers > 5 || instances < 1 || instances > 9) {
            throw new ParameterException(line, "--brokers is from 1 to 5, --instances from 1 to 9.");
        }
        return new ClusterPlan(Millrace.class, data, brokers, instances, port, only);
    }
}
