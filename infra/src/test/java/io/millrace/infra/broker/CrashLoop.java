package io.millrace.infra.broker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lives of a broker on one data directory, each ended by a halt right after a commit was answered, or by kill -9. */
final class CrashLoop {
    private static final Logger LOG = LoggerFactory.getLogger(CrashLoop.class);
    private static final long SEED = 20_734;

    private final Path data;
    private final boolean corrected;
    private final Random random = new Random(SEED);

    CrashLoop(final Path data, final boolean corrected) {
        this.data = data;
        this.corrected = corrected;
    }

    /** The first life whose readers hung, or 0 when all of them read on. A last life only reads. */
    int run(final int crashes) throws Exception {
        for (int life = 1; life <= crashes + 1; life++) {
            final var begun = System.nanoTime();
            final int code = live(life);
            final var took = (System.nanoTime() - begun) / 1_000_000;
            LOG.info("life={} ended={} took_ms={} answered={}", life, code, took, answered());
            if (code == CrashingBroker.READERS_HANG) {
                return life;
            }
        }
        return 0;
    }

    long answered() throws IOException {
        try (var lines = Files.lines(data.resolve("answered"))) {
            return lines.count();
        }
    }

    private int live(final int life) throws Exception {
        final var killed = life % 2 == 0;
        final var commits = killed ? Integer.MAX_VALUE : random.nextInt(200);
        final var process = spawn(life, commits);
        try {
            if (killed && checked(process, life)) {
                process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
            }
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("life " + life + " did not end");
            }
            return requireKnown(process.exitValue(), killed);
        } finally {
            process.destroyForcibly();
        }
    }

    private static int requireKnown(final int code, final boolean killed) {
        if (code == CrashingBroker.READERS_HANG || code == (killed ? 137 : CrashingBroker.HALTED_AFTER_COMMIT)) {
            return code;
        }
        throw new IllegalStateException("a life ended in its own way, with exit code " + code);
    }

    /** Waits until the life has proven its readers; false when it ended before. */
    private boolean checked(final Process process, final int life) throws Exception {
        final var file = data.resolve("checked");
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (Files.exists(file) && Files.readString(file).equals(Integer.toString(life))) {
                return true;
            }
        }
        return false;
    }

    private Process spawn(final int life, final int commits) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingBroker.class.getName(),
                        data.toString(),
                        Integer.toString(life),
                        Integer.toString(commits),
                        Boolean.toString(corrected))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "output")))
                .start();
    }
}
