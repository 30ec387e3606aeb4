package io.millrace.infra.cluster;

import io.millrace.infra.balance.Balancer;
import io.millrace.infra.load.Caller;
import io.millrace.schemas.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brokers and instances, each a process of its own on this machine, behind one address. The schema registry and the
 * balancer live in this process, and everything else ends with it.
 */
public final class TrialCluster implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);

    private final Set<String> mourned = new HashSet<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final ClusterPlan plan;
    private final Brokers brokers;
    private final EmbeddedRegistry registry;
    private final InstanceProcesses instances;
    private final Balancer balancer;

    private TrialCluster(final ClusterPlan plan) {
        this.plan = plan;
        brokers = opened(new Brokers(plan));
        try {
            brokers.awaitAll();
            registry = opened(EmbeddedRegistry.start(brokers.bootstrap(), "127.0.0.1", 0));
            instances = opened(new InstanceProcesses(plan, brokers.bootstrap(), registry.url()));
            balancer = opened(Balancer.start(plan.port(), instances.ports()));
            awaitReady();
        } catch (final RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns when every instance is ready. */
    public static TrialCluster start(final ClusterPlan plan) {
        return new TrialCluster(plan);
    }

    public int port() {
        return balancer.port();
    }

    public List<Integer> instancePorts() {
        return instances.ports();
    }

    public String bootstrap() {
        return brokers.bootstrap();
    }

    public String registry() {
        return registry.url();
    }

    public List<JavaProcess> instances() {
        return instances.processes();
    }

    public List<JavaProcess> brokers() {
        return brokers.processes();
    }

    /** Where an instance keeps what it could make anew. */
    public Path stateOf(final int instance) {
        return plan.dataOf(instance).resolve("streams");
    }

    /** Whether every instance is, right now. */
    public boolean ready() {
        return instances.ports().stream().allMatch(TrialCluster::ready);
    }

    public void stopInstance(final int n) throws InterruptedException {
        instances.processes().get(n).stop();
    }

    public void killInstance(final int n) throws InterruptedException {
        instances.processes().get(n).kill();
    }

    public void startInstance(final int n) {
        instances.processes().get(n).again();
        awaitReady();
    }

    public void killBroker(final int n) throws InterruptedException {
        brokers.processes().get(n).kill();
    }

    public void startBroker(final int n) {
        brokers.processes().get(n).again();
    }

    /** Says once of each process that it has ended without having been told to. */
    public void tellOfTheDead(final Consumer<String> tell) {
        Stream.concat(brokers.processes().stream(), instances.processes().stream())
                .filter(process -> !process.alive() && mourned.add(process.name()))
                .forEach(process -> tell.accept(process.name() + " has ended; see " + process.log()));
    }

    private void awaitReady() {
        for (int n = 0; n < instances.ports().size(); n++) {
            final JavaProcess process = instances.processes().get(n);
            final int port = instances.ports().get(n);
            await(() -> ready(port), process);
        }
    }

    private static void await(final BooleanSupplier condition, final JavaProcess process) {
        final long deadline = System.nanoTime() + TO_START.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.alive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(process.name() + (process.alive() ? " is not ready" : " has ended")
                        + "; see " + process.log().toAbsolutePath().normalize());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean ready(final int port) {
        try (Caller caller = new Caller(port, Duration.ofSeconds(2))) {
            return caller.get("/readyz").status() == 200;
        } catch (final IOException e) {
            return false;
        }
    }

    private <T extends AutoCloseable> T opened(final T part) {
        started.push(part);
        return part;
    }

    /** The balancer first, then the instances, the registry, and the brokers at last. */
    @Override
    public synchronized void close() {
        boolean interrupted = false;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (final InterruptedException e) {
                interrupted = true;
            } catch (final Exception e) {
                throw new IllegalStateException("the cluster did not stop cleanly", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
