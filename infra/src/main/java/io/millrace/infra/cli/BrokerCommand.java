package io.millrace.infra.cli;

import io.millrace.infra.broker.EmbeddedBroker;
import io.millrace.infra.broker.Seat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code millrace broker}: one of the brokers of {@code millrace cluster}, in a process of its own. */
@Command(name = "broker", hidden = true, description = "One broker of a cluster.", mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data = Path.of(".");

    @Option(names = "--node", required = true)
    private int node;

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--controllers", required = true, split = ",")
    private List<Integer> controllers = List.of();

    @Option(names = "--cluster-id", required = true)
    private String clusterId = "";

    @Mixin
    private final WhileAlive whileAlive = new WhileAlive();

    @Override
    public Integer call() throws InterruptedException {
        final CountDownLatch end = new CountDownLatch(1);
        whileAlive.then(end::countDown);
        try (EmbeddedBroker broker = EmbeddedBroker.join(data, new Seat(node, port, controllers, clusterId))) {
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
            end.await();
        }
        return 0;
    }
}
