package io.millrace.infra.broker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * A node's place among the brokers: which one it is, where clients reach it, and where the controllers of all of them
 * listen. They make up a cluster by its id.
 */
public record Seat(int node, int port, List<Integer> controllerPorts, String clusterId) {

    static Seat alone(final int port, final int controllerPort) {
        return new Seat(1, port, List.of(controllerPort), Uuid.randomUuid().toString());
    }

    /** How many brokers there are. */
    int brokers() {
        return controllerPorts.size();
    }

    String voters() {
        return IntStream.range(0, brokers())
                .mapToObj(n -> (n + 1) + "@" + Ports.LOOPBACK + ":" + controllerPorts.get(n))
                .collect(Collectors.joining(","));
    }

    String controller() {
        return Ports.LOOPBACK + ":" + controllerPorts.get(node - 1);
    }
}
