package io.millrace.infra.faults;

import io.millrace.infra.cluster.ClusterPlan;
import io.millrace.infra.cluster.JavaProcess;
import io.millrace.infra.cluster.TrialCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One trial: load, faults drawn by the seed, and then the judgement. It stops by itself. */
public final class Trial {

    private static final int PLAYERS = 6;
    private static final int NO_PLAYER = 1_000;
    private static final Duration WATCH = Duration.ofMillis(500);

    private final TrialPlan plan;
    private final Consumer<String> progress;
    private final Findings findings = new Findings();
    private final Stage stage = new Stage(Scripts.ALL, new Cast(), findings);
    private final List<Fault> struck = new ArrayList<>();
    private final AtomicInteger revived = new AtomicInteger();

    public Trial(final TrialPlan plan, final Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    public Report run() throws IOException, InterruptedException {
        try (TrialCluster cluster = TrialCluster.start(cluster())) {
            progress.accept("the cluster is up");
            stage.cast().enter(cluster.instancePorts(), Scripts.DESKS);
            final Scene scene = new Scene(cluster, new Random(plan.seed()), plan.outage());
            final Recovery recovery = new Recovery(stage, plan.seed(), cluster.instancePorts(), NO_PLAYER);
            final AtomicBoolean watching = new AtomicBoolean(true);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(() -> watch(cluster, watching));
                try {
                    play(scene, recovery);
                    progress.accept("waiting until it comes to rest");
                    scene.awaitReady();
                    final Judgement judgement = new Judgement(cluster, stage);
                    judgement.pass(progress);
                    return new Report(plan, struck, revived.get(), stage, judgement, recovery.all());
                } finally {
                    watching.set(false);
                }
            }
        }
    }

    private ClusterPlan cluster() throws IOException {
        final List<String> arguments = new ArrayList<>(List.of("--password-cost", "m=64,t=1,p=1"));
        final Duration commits = plan.commits();
        if (commits != null) {
            Files.createDirectories(plan.data());
            final Path clients = plan.data().resolve("clients.properties");
            Files.writeString(clients, "commit.interval.ms=" + commits.toMillis() + "\n");
            arguments.addAll(List.of("--kafka-config", clients.toString()));
        }
        return new ClusterPlan(plan.main(), plan.data(), plan.brokers(), plan.instances(), 0, null).telling(arguments);
    }

    /** As whoever runs it does: what has ended by itself is started again. */
    private void watch(final TrialCluster cluster, final AtomicBoolean watching) {
        while (watching.get()) {
            Stream.concat(cluster.instances().stream(), cluster.brokers().stream())
                    .filter(JavaProcess::revived)
                    .forEach(it -> {
                        revived.incrementAndGet();
                        progress.accept(it.name() + " had ended by itself, and was started again");
                    });
            Scene.pass(WATCH);
        }
    }

    private void play(final Scene scene, final Recovery recovery) throws IOException, InterruptedException {
        final AtomicBoolean playing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < PLAYERS; n++) {
                final int number = n;
                threads.submit(() -> play(number, scene.cluster().instancePorts(), playing));
            }
            threads.submit(() -> write(scene.cluster(), playing));
            try {
                strike(scene, recovery);
            } finally {
                playing.set(false);
            }
        }
    }

    private void play(final int number, final List<Integer> ports, final AtomicBoolean playing) {
        try (Player player = new Player(stage, number, plan.seed(), ports)) {
            if (number == 0) {
                player.open();
            }
            while (playing.get()) {
                player.turn();
            }
        } catch (final RuntimeException e) {
            findings.add(Findings.Sort.BROKEN, "a player gave up: " + e);
        }
    }

    private void write(final TrialCluster cluster, final AtomicBoolean playing) {
        try (Outsider outsider = new Outsider(stage, plan.seed(), cluster.bootstrap(), cluster.registry())) {
            while (playing.get()) {
                outsider.turn();
            }
        } catch (final RuntimeException e) {
            findings.add(Findings.Sort.BROKEN, "an outsider gave up: " + e);
        }
    }

    private void strike(final Scene scene, final Recovery recovery) throws IOException, InterruptedException {
        final long end = System.nanoTime() + plan.time().toNanos();
        final List<Fault> order = new ArrayList<>();
        while (System.nanoTime() < end) {
            if (order.isEmpty()) {
                // every sort of fault has its turn, in an order and at times that the seed draws
                order.addAll(plan.faults());
                Collections.shuffle(order, scene.random());
            }
            Scene.pass(scene.between(3, 9));
            final Fault fault = order.removeFirst();
            progress.accept("fault: " + fault);
            struck.add(fault);
            final long before = System.nanoTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                final Future<?> striking = threads.submit(() -> {
                    fault.strike(scene);
                    return fault;
                });
                recover(fault, before, striking, recovery);
            }
        }
    }

    private void recover(final Fault fault, final long before, final Future<?> striking, final Recovery recovery)
            throws InterruptedException {
        try {
            if (fault.heals()) {
                striking.get();
            }
            recovery.measure(fault.heals() ? System.nanoTime() : before);
            striking.get();
        } catch (final ExecutionException e) {
            throw new IllegalStateException(fault + " could not strike: " + e.getCause(), e);
        }
    }
}
