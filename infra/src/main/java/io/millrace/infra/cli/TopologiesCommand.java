package io.millrace.infra.cli;

import io.millrace.infra.upgrade.Comparison;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace topologies}: what an upgrade asks for. */
@Command(
        name = "topologies",
        description = "Compare two folders of described topologies: SAFE, DRAIN or REBUILD.",
        mixinStandardHelpOptions = true)
final class TopologiesCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Those that are deployed.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "Those that are to follow.")
    private Path after = Path.of("");

    @Override
    public Integer call() {
        final Comparison comparison = Comparison.of(before, after);
        comparison.findings().forEach(it -> Terminal.aside(it.verdict() + " " + it.application() + ": " + it.what()));
        Terminal.say(comparison.verdict() + ": " + comparison.verdict().means());
        return 0;
    }
}
