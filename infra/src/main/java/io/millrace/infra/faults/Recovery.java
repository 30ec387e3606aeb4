package io.millrace.infra.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** How long it takes until every desk answers again, asked at each of them at once. */
final class Recovery {

    private final Stage stage;
    private final long seed;
    private final List<Integer> ports;
    private final AtomicInteger number;
    private final List<Duration> all = new ArrayList<>();

    /** {@code first} is a number that no other player has. */
    Recovery(final Stage stage, final long seed, final List<Integer> ports, final int first) {
        this.stage = stage;
        this.seed = seed;
        this.ports = ports;
        this.number = new AtomicInteger(first);
    }

    void measure(final long since) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (final Script script : stage.scripts()) {
                script.desks().stream()
                        .limit(Scripts.DESKS.size())
                        .forEach(desk -> threads.submit(() -> probe(script, desk)));
            }
        }
        all.add(Duration.ofNanos(System.nanoTime() - since));
    }

    private void probe(final Script script, final String desk) {
        try (Player player = new Player(stage, number.getAndIncrement(), seed, ports)) {
            player.probe(script, desk);
        }
    }

    List<Duration> all() {
        return all;
    }
}
