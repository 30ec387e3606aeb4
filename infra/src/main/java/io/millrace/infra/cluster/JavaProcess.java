package io.millrace.infra.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Another process of this very program, with other arguments; its log is in a file. */
final class JavaProcess {

    private static final Logger LOG = LoggerFactory.getLogger(JavaProcess.class);
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    JavaProcess(
            final String name,
            final Class<?> main,
            final int heapMegabytes,
            final List<String> arguments,
            final Map<String, String> environment,
            final Path log) {
        this.name = name;
        this.environment = environment;
        this.log = log;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heapMegabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        this.process = launched();
    }

    private Process launched() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            final ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            final Process launched = builder.start();
            LOG.info("process started, name={}, pid={}", name, launched.pid());
            return launched;
        } catch (final IOException e) {
            throw new UncheckedIOException("The process " + name + " can't be started: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    boolean alive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    void again() {
        process = launched();
    }

    /** As the kernel kills: nothing is flushed, nothing says good-bye. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        LOG.info("process killed, name={}", name);
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("process did not stop in {} and is killed, name={}", TO_STOP, name);
            kill();
        }
        LOG.info("process stopped, name={}, code={}", name, process.exitValue());
    }

    /** All at once, since they wait for each other's help with leaving. */
    static void stopAll(final List<JavaProcess> processes) throws InterruptedException {
        processes.forEach(it -> it.process.destroy());
        for (final JavaProcess process : processes) {
            process.stop();
        }
    }
}
