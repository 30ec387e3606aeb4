package io.millrace.infra.cluster;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What is done to a cluster while it is under load. */
public final class Faults {

    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    /** Longer than the group takes to give up on a member that was killed. */
    private static final Duration GONE = Duration.ofSeconds(25);

    private final TrialCluster cluster;
    private final Consumer<String> tell;
    private final CountDownLatch never = new CountDownLatch(1);

    public Faults(final TrialCluster cluster, final Consumer<String> tell) {
        this.cluster = cluster;
        this.tell = tell;
    }

    /** As an upgrade: one instance after another stops, and starts again. */
    public void rolling() throws InterruptedException {
        pass(BEFORE);
        for (int n = 0; n < cluster.instancePorts().size(); n++) {
            tell.accept("stopping instance " + (n + 1));
            cluster.stopInstance(n);
            tell.accept("starting instance " + (n + 1));
            cluster.startInstance(n);
            pass(BETWEEN);
        }
    }

    /** As a machine that is lost: kill -9, and for a while nothing comes in its place. */
    public void kill() throws InterruptedException {
        pass(BEFORE);
        tell.accept("killing instance 2");
        cluster.killInstance(1);
        pass(GONE);
        tell.accept("starting instance 2");
        cluster.startInstance(1);
        pass(BETWEEN);
    }

    public void killBroker() throws InterruptedException {
        pass(BEFORE);
        tell.accept("killing broker 2");
        cluster.killBroker(1);
        pass(GONE);
        tell.accept("starting broker 2");
        cluster.startBroker(1);
        pass(BETWEEN);
    }

    private void pass(final Duration time) throws InterruptedException {
        if (never.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("never came");
        }
    }
}
