package io.millrace.infra.faults;

import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A Millrace in a process of its own, which we started and may therefore hurt: nothing else is ever signalled. */
final class Victim implements AutoCloseable {

    private static final Duration TO_START = Duration.ofSeconds(120);

    private final Path data;
    private final int port = freePort();
    private final int kafka = freePort();
    private final int registry = freePort();
    private Process process;

    Victim(final Path data) {
        this.data = data;
        this.process = launch();
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            return new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Xmx640m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            "io.millrace.infra.cli.Millrace",
                            "up",
                            "--data",
                            data.resolve("data").toString(),
                            "--port",
                            Integer.toString(port),
                            "--kafka-port",
                            Integer.toString(kafka),
                            "--registry-port",
                            Integer.toString(registry)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("up.log").toFile()))
                    .start();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    String bootstrap() {
        return "127.0.0.1:" + kafka;
    }

    String registry() {
        return "http://127.0.0.1:" + registry;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() {
        process = launch();
    }

    /** It stands still, as under a long collection or a busy host; and goes on as if nothing had been. */
    void freeze(final Duration time) throws IOException, InterruptedException {
        signal("STOP");
        LockSupport.parkNanos(time.toNanos());
        signal("CONT");
    }

    private void signal(final String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Its local state is gone, as with another machine: what is in Kafka has to be enough. */
    void wipeState() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("data").resolve("streams"))) {
            for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    void awaitReady() {
        final long deadline = System.nanoTime() + TO_START.toNanos();
        while (!ready()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("It does not get ready; " + data.resolve("up.log") + " says why.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private boolean ready() {
        try (Caller caller = new Caller(port, Duration.ofSeconds(2))) {
            return caller.get("/readyz").status() == 200;
        } catch (final IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
