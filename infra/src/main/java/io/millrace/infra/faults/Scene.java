package io.millrace.infra.faults;

import io.millrace.infra.cluster.JavaProcess;
import io.millrace.infra.cluster.TrialCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where faults strike: a cluster of our own, in an order and for as long as the seed draws. */
record Scene(TrialCluster cluster, Random random, Duration outage) {

    private static final Duration TO_GET_READY = Duration.ofMinutes(4);

    JavaProcess anyInstance() {
        return any(cluster.instances());
    }

    JavaProcess anyBroker() {
        return any(cluster.brokers());
    }

    private JavaProcess any(final List<JavaProcess> processes) {
        return processes.get(random.nextInt(processes.size()));
    }

    /** It is gone at once, and back at once or after so long. */
    void kill(final JavaProcess process, final Duration away) throws InterruptedException {
        process.kill();
        pass(random.nextBoolean() ? away : Duration.ZERO);
        process.again();
    }

    void freeze(final JavaProcess process, final Duration time) throws IOException, InterruptedException {
        process.pause();
        try {
            pass(time);
        } finally {
            process.resume();
        }
    }

    Duration between(final int fromSeconds, final int toSeconds) {
        return Duration.ofMillis(random.nextInt(1_000 * fromSeconds, 1_000 * toSeconds));
    }

    static void pass(final Duration time) {
        final long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Until every instance says so; whichever ended by itself is started again, as anywhere. */
    void awaitReady() {
        final long deadline = System.nanoTime() + TO_GET_READY.toNanos();
        while (!cluster.ready()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The instances don't get ready; their logs say why.");
            }
            pass(Duration.ofNanos(TimeUnit.MILLISECONDS.toNanos(200)));
        }
    }
}
