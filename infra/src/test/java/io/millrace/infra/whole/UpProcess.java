package io.millrace.infra.whole;

import static org.awaitility.Awaitility.await;

import io.millrace.infra.load.Caller;
import io.millrace.infra.started.OwnJava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code millrace up} in a process of its own, that can be killed and started again on the same data. */
final class UpProcess implements AutoCloseable {

    /** A machine that has to share its cores may stand still for a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final int port;
    private final int kafka = freePort();
    private final int registry = freePort();
    private final List<String> more;
    private Process process;

    private UpProcess(final Path data, final int port, final List<String> more) {
        this.data = data;
        this.port = port;
        this.more = more;
        this.process = launch();
    }

    static UpProcess start(final Path data, final String... more) {
        final UpProcess up = new UpProcess(data, freePort(), List.of(more));
        up.untilReady();
        return up;
    }

    private Process launch() {
        final List<String> command = OwnJava.command();
        command.addAll(List.of(
                "-Xmx768m",
                "-Xms256m",
                "-XX:MetaspaceSize=256m",
                "-XX:+UseParallelGC",
                "io.millrace.infra.cli.Millrace",
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--kafka-port",
                Integer.toString(kafka),
                "--registry-port",
                Integer.toString(registry)));
        command.addAll(more);
        try {
            Files.createDirectories(data);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    String bootstrap() {
        return "127.0.0.1:" + kafka;
    }

    String registry() {
        return "http://127.0.0.1:" + registry;
    }

    void untilReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended with " + process.exitValue() + ":\n" + tail());
            }
            return ready();
        });
    }

    private boolean ready() {
        try (Caller caller = new Caller(port, Duration.ofSeconds(2))) {
            return caller.get("/readyz").status() == 200;
        } catch (final IOException e) {
            return false;
        }
    }

    /** All it said since it was started first. */
    String said() {
        try {
            return Files.readString(log());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tail() {
        try {
            final List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (final IOException e) {
            return "(no log)";
        }
    }

    /** As the kernel kills: nothing is flushed, nothing says good-bye. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void again() {
        process = launch();
    }

    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (!stop()) {
            kill();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
