package io.millrace.infra.cli;

import io.millrace.infra.cluster.TrialCluster;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace cluster}: several brokers and instances on this machine, until it is told to stop. */
@Command(
        name = "cluster",
        description = "Start brokers and instances as processes of their own on this machine, behind one address.",
        mixinStandardHelpOptions = true)
final class ClusterCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Where the balancer listens (${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private final ClusterShape shape = new ClusterShape();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!LocalKafka.isFree(port)) {
            throw new IllegalStateException(
                    "Port " + port + " is taken by another program. Stop that, or choose another with --port.");
        }
        Terminal.aside("Starting brokers and instances; their logs are beside their data ...");
        final CountDownLatch stopped = new CountDownLatch(1);
        try (TrialCluster cluster = TrialCluster.start(shape.plan(port, spec.commandLine()))) {
            Stopping.on(cluster, stopped);
            Terminal.say("""

                    A cluster is up.
                      HTTP       http://localhost:%d   (round robin over the instances at %s)
                      Kafka      %s
                      try        ./millrace siege --url http://localhost:%d
                      open to everybody on this machine, and to nobody else; Ctrl-C stops it
                    """.formatted(
                    cluster.port(),
                    cluster.instancePorts().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    cluster.bootstrap(),
                    cluster.port()));
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                cluster.tellOfTheDead(Terminal::aside);
            }
        }
        return 0;
    }
}
