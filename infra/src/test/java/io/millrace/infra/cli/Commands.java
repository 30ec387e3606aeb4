package io.millrace.infra.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** For tests elsewhere that ask what a command takes, or does. */
public final class Commands {

    private Commands() {}

    public static CommandSpec up() {
        return new CommandLine(new UpCommand()).getCommandSpec();
    }

    /** Runs it, and gives its exit code. */
    public static int bench(final String... arguments) {
        return new CommandLine(new BenchCommand()).execute(arguments);
    }
}
