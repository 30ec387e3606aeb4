package io.millrace.infra.cli;

import io.millrace.infra.cluster.Faults;
import io.millrace.infra.cluster.TrialCluster;
import io.millrace.infra.siege.Siege;
import io.millrace.infra.siege.SiegeReport;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace siege}: load from good clients, and an account of all they asked; 1 if anything is amiss. */
@Command(
        name = "siege",
        description = "Order and read from many callers that retry as good clients do, and read everything back.",
        mixinStandardHelpOptions = true)
final class SiegeCommand implements Callable<Integer> {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "Where (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--callers", defaultValue = "50", description = "How many callers (${DEFAULT-VALUE}).")
    private int callers;

    @Option(names = "--seconds", defaultValue = "30", description = "How long, without a fault (${DEFAULT-VALUE}).")
    private int seconds;

    @ArgGroup(heading = "What to do meanwhile, to a cluster that is started for it:%n")
    private final Fault fault = new Fault();

    @Mixin
    private final ClusterShape shape = new ClusterShape();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** One of these, or none. */
    static final class Fault {
        @Option(names = "--rolling", description = "Restart one instance after another.")
        private boolean rolling;

        @Option(names = "--kill", description = "kill -9 one instance.")
        private boolean kill;

        @Option(names = "--kill-broker", description = "kill -9 one broker.")
        private boolean killBroker;

        boolean any() {
            return rolling || kill || killBroker;
        }

        void on(final Faults faults) throws InterruptedException {
            if (rolling) {
                faults.rolling();
            } else if (kill) {
                faults.kill();
            } else {
                faults.killBroker();
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        if (callers < 1 || callers > 1_000 || seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--callers is from 1 to 1000, --seconds at least 1.");
        }
        final SiegeReport report = fault.any() ? onACluster() : new Siege(port(), callers).run(this::passTime);
        Terminal.say(report.text());
        return report.good() ? 0 : 1;
    }

    private SiegeReport onACluster() throws Exception {
        Terminal.aside("Starting brokers and instances ...");
        final CountDownLatch stopped = new CountDownLatch(1);
        try (TrialCluster cluster = TrialCluster.start(shape.plan(0, spec.commandLine()))) {
            Stopping.on(cluster, stopped);
            final Faults faults = new Faults(cluster, Terminal::aside);
            return new Siege(cluster.port(), callers).run(() -> fault.on(faults));
        }
    }

    private void passTime() throws InterruptedException {
        new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
    }

    /** A siege of somebody else's machine would be an attack. */
    private int port() {
        if (!"http".equals(url.getScheme()) || !HERE.contains(url.getHost()) || url.getPort() < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--url is http://localhost:port: a siege is for this machine only.");
        }
        return url.getPort();
    }
}
