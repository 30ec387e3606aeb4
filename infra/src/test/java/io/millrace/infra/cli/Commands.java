package io.millrace.infra.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** For tests elsewhere that ask what a command takes. */
public final class Commands {

    private Commands() {}

    public static CommandSpec up() {
        return new CommandLine(new UpCommand()).getCommandSpec();
    }
}
