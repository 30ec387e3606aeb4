package io.millrace.infra.cli;

import io.millrace.infra.demo.Demo;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code millrace demo}: people who use every business of a running instance, for a while. */
@Command(
        name = "demo",
        description = "Fill a running instance with lively activity in every business; stops by itself.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final int LONGEST = 3_600;

    @Option(names = "--port", defaultValue = "8080", description = "Where it listens (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--seed", defaultValue = "7", description = "The same seed, the same choices (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--seconds", defaultValue = "120", description = "How long, at most an hour (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    public Integer call() throws IOException {
        final Duration length = Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST));
        Terminal.aside("For " + length.toSeconds() + " s. Look at http://localhost:" + port + "/");
        final Demo.Done done;
        try {
            done = new Demo(port, seed, length, Terminal::aside).run();
        } catch (final IOException e) {
            throw new IllegalStateException(
                    "Nothing goes on at port " + port + ": " + e.getMessage() + ". Is ./millrace up running?", e);
        }
        Terminal.say(done.commands() + " commands done, " + done.refused() + " refused.");
        return 0;
    }
}
