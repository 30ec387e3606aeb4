package io.millrace.infra.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another process of this very program, with other arguments; its log is in a file. We started it, and may therefore
 * hurt it: nothing else is ever signalled.
 */
public final class JavaProcess {

    private static final Logger LOG = LoggerFactory.getLogger(JavaProcess.class);
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;
    private boolean wanted = true;

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
                "-Xmx" + heapMegabytes + "m"));
        command.addAll(learnt());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        this.process = launched();
    }

    /** What this machine's launcher has learnt of our classes makes others start sooner, too. */
    private static List<String> learnt() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(it -> it.startsWith("-XX:AOTCache=") || it.startsWith("-Xlog:"))
                .toList();
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

    public String name() {
        return name;
    }

    synchronized boolean alive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    public synchronized void again() {
        process = launched();
        wanted = true;
    }

    /** Starts it again if it has ended and nobody told it to, as whoever watches over processes does. */
    public synchronized boolean revived() {
        if (!wanted || process.isAlive()) {
            return false;
        }
        LOG.warn("process has ended by itself, name={}, code={}", name, process.exitValue());
        again();
        return true;
    }

    /** As the kernel kills: nothing is flushed, nothing says good-bye. */
    public synchronized void kill() throws InterruptedException {
        wanted = false;
        process.destroyForcibly().waitFor();
        LOG.info("process killed, name={}", name);
    }

    /** It stands still, as under a long collection or on a busy host. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** It goes on as if nothing had been. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private synchronized void signal(final String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        LOG.info("process signalled, name={}, signal={}", name, signal);
    }

    /** Asks it to stop, and waits until it has. */
    public synchronized void stop() throws InterruptedException {
        wanted = false;
        process.destroy();
        if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("process did not stop in {} and is killed, name={}", TO_STOP, name);
            kill();
        }
        LOG.info("process stopped, name={}, code={}", name, process.exitValue());
    }

    private synchronized void leave() {
        wanted = false;
        process.destroy();
    }

    /** All at once, since they wait for each other's help with leaving. */
    static void stopAll(final List<JavaProcess> processes) throws InterruptedException {
        processes.forEach(JavaProcess::leave);
        for (final JavaProcess process : processes) {
            process.stop();
        }
    }
}
