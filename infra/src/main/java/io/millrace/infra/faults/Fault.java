package io.millrace.infra.faults;

import io.millrace.infra.cluster.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to a cluster. */
public enum Fault {
    /** An instance, as the kernel kills: nothing is flushed, nothing says good-bye. */
    KILL {
        @Override
        void strike(final Scene scene) throws InterruptedException {
            scene.kill(scene.anyInstance(), LONGER_THAN_A_SESSION);
        }
    },
    KILL_BROKER {
        @Override
        void strike(final Scene scene) throws InterruptedException {
            scene.kill(scene.anyBroker(), LONGER_THAN_A_SESSION);
        }
    },
    /** It stands still for longer than its session, others take over, and it comes back believing that it is the one. */
    ZOMBIE {
        @Override
        void strike(final Scene scene) throws IOException, InterruptedException {
            scene.freeze(scene.anyInstance(), scene.between(12, 20));
        }
    },
    /** An instance or a broker stands still for less than its session, so that nobody notices but its callers. */
    FREEZE {
        @Override
        void strike(final Scene scene) throws IOException, InterruptedException {
            scene.freeze(scene.random().nextBoolean() ? scene.anyInstance() : scene.anyBroker(), scene.between(1, 4));
        }
    },
    /** As an upgrade: one instance after another stops, and starts again. */
    ROLLING {
        @Override
        void strike(final Scene scene) throws InterruptedException {
            for (final JavaProcess instance : scene.cluster().instances()) {
                instance.stop();
                instance.again();
                scene.awaitReady();
            }
        }
    },
    /** All brokers are killed at once, and stay away. */
    OUTAGE {
        @Override
        void strike(final Scene scene) throws InterruptedException {
            final List<JavaProcess> brokers = scene.cluster().brokers();
            for (final JavaProcess broker : brokers) {
                broker.kill();
            }
            Scene.pass(scene.outage());
            brokers.forEach(JavaProcess::again);
        }

        @Override
        boolean heals() {
            return true;
        }
    },
    /** An instance is killed, and its local state is gone, as with another machine. */
    WIPE {
        @Override
        void strike(final Scene scene) throws IOException, InterruptedException {
            final int n = scene.random().nextInt(scene.cluster().instances().size());
            final JavaProcess instance = scene.cluster().instances().get(n);
            instance.kill();
            wipe(scene.cluster().stateOf(n));
            instance.again();
        }
    },
    /** Rubbish on topics that anybody may write to. */
    POISON {
        @Override
        void strike(final Scene scene) {
            Poison.write(scene.cluster().bootstrap(), scene.random());
        }
    };

    private static final Duration LONGER_THAN_A_SESSION = Duration.ofSeconds(14);

    abstract void strike(Scene scene) throws IOException, InterruptedException;

    /** Nobody can be answered before it is over: time to recover counts from there. */
    boolean heals() {
        return false;
    }

    private static void wipe(final Path state) throws IOException {
        if (Files.exists(state)) {
            try (Stream<Path> all = Files.walk(state)) {
                for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
