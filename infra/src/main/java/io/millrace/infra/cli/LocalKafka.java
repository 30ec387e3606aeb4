package io.millrace.infra.cli;

import io.millrace.infra.broker.EmbeddedBroker;
import io.millrace.schemas.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kafka and a schema registry inside this process, for a machine that has neither. */
record LocalKafka(EmbeddedBroker broker, EmbeddedRegistry registry) implements AutoCloseable {

    /** The ports that tools look for first, if they are free. */
    private static final int KAFKA = 9092;

    private static final int REGISTRY = 8081;

    /** Null for a port takes the usual one if it is free, and any other if not. */
    static LocalKafka start(final Path data, final @Nullable Integer kafkaPort, final @Nullable Integer registryPort) {
        final EmbeddedBroker broker =
                EmbeddedBroker.start(data.resolve("kafka"), kafkaPort == null ? preferred(KAFKA) : kafkaPort, Map.of());
        try {
            final int port = registryPort == null ? preferred(REGISTRY) : registryPort;
            return new LocalKafka(broker, EmbeddedRegistry.start(broker.bootstrap(), "127.0.0.1", port));
        } catch (final RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private static int preferred(final int port) {
        return isFree(port) ? port : 0;
    }

    static boolean isFree(final int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (final IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
