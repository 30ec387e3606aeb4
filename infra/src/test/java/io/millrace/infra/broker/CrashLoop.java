package io.millrace.infra.broker;

import static org.awaitility.Awaitility.await;

import io.millrace.infra.started.OwnJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lives of a broker on one data directory, each ended by a halt right after a commit was answered, or by kill -9. */
public final class CrashLoop {
    private static final Logger LOG = LoggerFactory.getLogger(CrashLoop.class);
    private static final long SEED = 20_734;
    private static final int KILLED = 137;
    private static final Duration ONE_LIFE = Duration.ofSeconds(90);
    private static final String DROPPED = "Couldn't find leader endpoint for partitions";

    private final Path data;
    private final CrashingBroker.Kind kind;
    private final Random random = new Random(SEED);

    public CrashLoop(final Path data, final CrashingBroker.Kind kind) {
        this.data = data;
        this.kind = kind;
    }

    /** The first life that is sought. There is one more life than crashes, as it takes a life to see what a crash did. */
    public Optional<Life> firstThat(final Predicate<Life> sought, final int crashes) throws Exception {
        for (int number = 1; number <= crashes + 1; number++) {
            final var begun = System.nanoTime();
            final var life = live(number);
            LOG.info("{} took_ms={}", life, (System.nanoTime() - begun) / 1_000_000);
            if (sought.test(life)) {
                return Optional.of(life);
            }
        }
        return Optional.empty();
    }

    private Life live(final int number) throws Exception {
        final var toBeKilled = number % 2 == 0;
        final var process = spawn(number, toBeKilled ? Integer.MAX_VALUE : random.nextInt(100));
        try {
            if (toBeKilled) {
                await().atMost(ONE_LIFE).until(() -> !process.isAlive() || hasAnswered(number));
                process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
            }
            if (!process.waitFor(ONE_LIFE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("life " + number + " did not end");
            }
        } finally {
            process.destroyForcibly();
        }
        countLast();
        final int ended = requireKnown(process.exitValue(), toBeKilled);
        return new Life(
                number,
                ended == CrashingBroker.READERS_HANG,
                dropped(number),
                answered().size());
    }

    private static int requireKnown(final int code, final boolean toBeKilled) {
        if (code == CrashingBroker.READERS_HANG || code == (toBeKilled ? KILLED : CrashingBroker.HALTED_AFTER_COMMIT)) {
            return code;
        }
        throw new IllegalStateException("a life ended in its own way, with exit code " + code);
    }

    private boolean hasAnswered(final int number) throws IOException {
        return answered().stream().anyMatch(line -> line.startsWith(number + "-"));
    }

    private List<String> answered() throws IOException {
        final var file = data.resolve(CrashingBroker.ANSWERED);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void countLast() throws IOException {
        final var last = data.resolve(CrashingBroker.LAST);
        if (Files.exists(last)) {
            final var answered = data.resolve(CrashingBroker.ANSWERED);
            Files.write(answered, Files.readAllLines(last), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.delete(last);
        }
    }

    private long dropped(final int number) throws IOException {
        try (var lines = Files.lines(output(number))) {
            return lines.filter(line -> line.contains(DROPPED)).count();
        }
    }

    private Path output(final int number) {
        return data.resolve("output-" + number);
    }

    private Process spawn(final int number, final int commits) throws IOException {
        final List<String> command = OwnJava.commandOfOneThatDies();
        command.addAll(List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=crash-loop-logback.xml",
                CrashingBroker.class.getName(),
                data.toString(),
                Integer.toString(number),
                Integer.toString(commits),
                kind.name()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output(number).toFile())
                .start();
    }
}
