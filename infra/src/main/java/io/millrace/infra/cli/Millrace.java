package io.millrace.infra.cli;

import io.millrace.infra.config.Sources;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code millrace}: its commands are listed here. Exit codes: 0 done, 1 it didn't work, 2 not understood. */
@Command(
        name = "millrace",
        description = "An order-to-door backbone on Kafka Streams: you always know, and it always adds up.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            UpCommand.class,
            ConfigCommand.class,
            NotifierCommand.class,
            JournalCommand.class,
            PagesCommand.class,
            TopologiesCommand.class,
            ClusterCommand.class,
            BrokerCommand.class,
            BenchCommand.class,
            SiegeCommand.class,
            FaultsCommand.class,
            DemoCommand.class,
            NewCommand.class,
            AclsCommand.class,
            FuzzCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Millrace implements Runnable {

    /** What runs for long, somewhere else than on the machine of who wrote it. */
    private static final List<String> CONFIGURED = List.of("up", "notifier");

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the whole stack of an error.")
    private boolean verbose;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public static void main(final String[] args) {
        final Millrace millrace = new Millrace();
        System.exit(millrace.run(args));
    }

    private int run(final String[] args) {
        final Sources sources;
        try {
            sources = Sources.of(args, System.getenv());
        } catch (final UncheckedIOException e) {
            return explain(e);
        }
        LogFormat.choose(sources, args);
        final CommandLine line =
                new CommandLine(this).setExecutionExceptionHandler((failure, _, _) -> explain(failure));
        line.getSubcommands().forEach((name, command) -> {
            if (CONFIGURED.contains(name)) {
                command.setDefaultValueProvider(sources);
            }
        });
        try {
            return line.execute(args);
        } catch (final ExceptionInInitializerError e) { // such as a business that can't be declared like that
            return explain(e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e));
        }
    }

    /** One line that says what was wrong is worth more than its stack. */
    private int explain(final Exception failure) {
        if (verbose) {
            Terminal.aside(Stack.of(failure));
        } else {
            Terminal.aside("millrace: " + Stack.inOneLine(failure) + " (--verbose shows more)");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        Terminal.say(spec.commandLine().getUsageMessage());
    }
}
