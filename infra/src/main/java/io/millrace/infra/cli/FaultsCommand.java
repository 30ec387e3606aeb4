package io.millrace.infra.cli;

import io.millrace.infra.faults.Report;
import io.millrace.infra.faults.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace faults}: breaks a Millrace of its own while it is used, and proves that it adds up. */
@Command(
        name = "faults",
        description = "Kill, freeze and poison a Millrace of its own under load, and prove that everything adds up.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    @Option(names = "--seed", defaultValue = "1", description = "Draws faults and load (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--minutes", defaultValue = "2", description = "How long faults go on (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--data", description = "Where its data is kept (a new temporary directory).")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        final Path where = data == null ? Files.createTempDirectory("millrace-faults") : data;
        Terminal.aside("data and log in " + where);
        final Duration time = Duration.ofMillis((long) (minutes * 60_000));
        final Report report = new Trial(seed, time, where, Terminal::aside).run();
        Terminal.say(report.toString());
        return report.good() ? 0 : 1;
    }
}
