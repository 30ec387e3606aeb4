package io.millrace.infra.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** The brokers of the cluster, which are its controllers as well. */
final class Brokers implements AutoCloseable {

    private static final int HEAP = 320;
    private static final Duration TO_MEET = Duration.ofSeconds(60);

    private final List<Integer> ports;
    private final List<JavaProcess> processes = new ArrayList<>();

    Brokers(final ClusterPlan plan) {
        final List<Integer> free = FreePorts.take(2 * plan.brokers());
        ports = free.subList(0, plan.brokers());
        final String controllers = free.subList(plan.brokers(), free.size()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        final String id = clusterId(plan.data());
        for (int n = 1; n <= plan.brokers(); n++) {
            final String name = "broker-" + n;
            final List<String> arguments = List.of(
                    "broker",
                    "--data",
                    plan.data().resolve(name).toString(),
                    "--node",
                    Integer.toString(n),
                    "--port",
                    ports.get(n - 1).toString(),
                    "--controllers",
                    controllers,
                    "--cluster-id",
                    id,
                    "--while-alive",
                    Long.toString(ProcessHandle.current().pid()));
            processes.add(new JavaProcess(
                    name, plan.main(), HEAP, arguments, Map.of(), plan.data().resolve(name + ".log")));
        }
    }

    /** The data of one cluster can't be used by another. */
    private static String clusterId(final Path data) {
        try {
            final Path file = data.resolve("cluster.id");
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                Files.writeString(file, Uuid.randomUuid().toString());
            }
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException("The data directory " + data + " can't be used: " + e.getMessage(), e);
        }
    }

    String bootstrap() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** Topics that are made before all are there would have fewer copies. */
    void awaitAll() {
        final long deadline = System.nanoTime() + TO_MEET.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            while (admin.describeCluster().nodes().get().size() < ports.size()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The brokers don't find each other; see their logs.");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } catch (final ExecutionException e) {
            throw new IllegalStateException("The brokers don't answer: " + e.getCause() + "; see their logs.", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the brokers start", e);
        }
    }

    List<JavaProcess> processes() {
        return processes;
    }

    @Override
    public void close() throws InterruptedException {
        JavaProcess.stopAll(processes);
    }
}
