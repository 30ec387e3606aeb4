package io.millrace.infra.cli;

import io.millrace.infra.backup.Export;
import io.millrace.infra.backup.Import;
import io.millrace.infra.backup.Manifest;
import io.millrace.infra.backup.Verify;
import io.millrace.infra.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace journal}: a backup of the journals and of all that goes with them, while nothing runs. */
@Command(
        name = "journal",
        description = "Back up and restore everything that is in Kafka; stop every instance first.",
        mixinStandardHelpOptions = true)
final class JournalCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        Terminal.say(spec.commandLine().getUsageMessage());
    }

    /** Which Kafka. */
    static final class Where {

        @Option(names = "--data", defaultValue = ".millrace", description = "Whose own Kafka (${DEFAULT-VALUE}).")
        private Path data = Path.of(".millrace");

        @Option(names = "--bootstrap", description = "Another Kafka, instead.")
        private @Nullable String bootstrap;

        private <T> T at(final Function<String, T> what) {
            if (bootstrap != null) {
                return what.apply(bootstrap);
            }
            try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), 0, Map.of())) {
                return what.apply(broker.bootstrap());
            }
        }
    }

    @Command(name = "export", description = "Write everything into a folder.", mixinStandardHelpOptions = true)
    void export(@Mixin final Where where, @Parameters(paramLabel = "FOLDER") final Path folder) {
        final long begun = System.nanoTime();
        done("written", folder, begun, where.at(it -> new Export(it, Terminal::aside).to(folder)));
    }

    @Command(name = "import", description = "Bring a backup into an empty Kafka.", mixinStandardHelpOptions = true)
    void restore(@Mixin final Where where, @Parameters(paramLabel = "FOLDER") final Path folder) {
        final long begun = System.nanoTime();
        done("restored", folder, begun, where.at(it -> new Import(it, Terminal::aside).from(folder)));
    }

    @Command(name = "verify", description = "Tell whether a backup is whole.", mixinStandardHelpOptions = true)
    void verify(@Parameters(paramLabel = "FOLDER") final Path folder) {
        done("whole", folder, System.nanoTime(), Verify.file(folder));
    }

    private static void done(final String what, final Path folder, final long begun, final Manifest manifest) {
        Terminal.say("%s: %d topics, %d records %s in %d ms"
                .formatted(
                        folder,
                        manifest.topics().size(),
                        manifest.records(),
                        what,
                        Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }
}
