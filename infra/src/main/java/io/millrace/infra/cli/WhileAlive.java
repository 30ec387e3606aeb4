package io.millrace.infra.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Lets a process that another one has started end with it, however that one ended. */
final class WhileAlive {

    @Option(names = "--while-alive", hidden = true, description = "Ends when the process with that id does.")
    private @Nullable Long pid;

    void then(final Runnable end) {
        if (pid != null) {
            ProcessHandle.of(pid).ifPresentOrElse(it -> it.onExit().thenRun(end), end);
        }
    }
}
