package io.millrace.infra.cli;

import io.millrace.infra.config.Configuration;
import io.millrace.infra.config.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code millrace config}: what {@code up} would go by, and where each of it came from. */
@Command(
        name = "config",
        description = "Print every setting that holds and where it came from; takes the arguments of up.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        final String[] given = arguments.toArray(String[]::new);
        final Sources sources = Sources.of(given, System.getenv());
        final CommandLine up = new CommandLine(new UpCommand());
        try {
            Terminal.say(Configuration.of(up, sources, given).table());
            return CommandLine.ExitCode.OK;
        } catch (final CommandLine.ParameterException e) {
            Terminal.aside(Stack.inOneLine(e));
            return CommandLine.ExitCode.USAGE;
        }
    }
}
