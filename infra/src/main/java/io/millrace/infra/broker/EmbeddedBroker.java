package io.millrace.infra.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka of one node inside this JVM, on loopback, with its data in a directory that outlives it.
 * Ready when {@code start} returns; {@code close} shuts down cleanly.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final KafkaRaftServer server;
    private final DirectoryLock lock;
    private final String bootstrap;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(final KafkaRaftServer server, final DirectoryLock lock, final String bootstrap) {
        this.server = server;
        this.lock = lock;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts on the directory, which is made and formatted when it is new.
     *
     * @param port where clients connect; 0 takes a free one
     * @param overrides broker settings that win over ours
     * @throws BrokerRefusedException when the directory or the port is not to be had, saying why
     */
    public static EmbeddedBroker start(final Path dataDir, final int port, final Map<String, String> overrides) {
        return start(dataDir, port, overrides, LeaderlessCorrection::install);
    }

    /** Starts one that asks who is there, and lets nobody but itself do anything until that is allowed. */
    public static EmbeddedBroker guarded(final Path dataDir, final int port, final Guard guard) {
        return start(dataDir, port, guard.settings());
    }

    /** Starts one broker of several; ready when it has joined the others, a majority of which must be there. */
    public static EmbeddedBroker join(final Path dataDir, final Seat seat) {
        return start(dataDir, seat, Map.of(), LeaderlessCorrection::install);
    }

    static EmbeddedBroker start(
            final Path dataDir, final int port, final Map<String, String> overrides, final Runnable correction) {
        Ports.requireFree(port);
        return start(dataDir, Seat.alone(port == 0 ? Ports.free() : port, Ports.free()), overrides, correction);
    }

    private static EmbeddedBroker start(
            final Path dataDir, final Seat seat, final Map<String, String> overrides, final Runnable correction) {
        correction.run();
        try {
            Files.createDirectories(dataDir);
            final var lock = DirectoryLock.acquire(dataDir);
            try {
                return start(
                        new DataDirectory(dataDir.toRealPath(), seat.node(), seat.clusterId()), lock, seat, overrides);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + dataDir + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static EmbeddedBroker start(
            final DataDirectory data, final DirectoryLock lock, final Seat seat, final Map<String, String> overrides)
            throws IOException {
        Ports.requireFree(seat.port());
        data.prepare();
        final var begun = System.nanoTime();
        final var config = new KafkaConfig(BrokerSettings.of(data.log(), seat, overrides), false);
        final var server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        final var bootstrap = Ports.LOOPBACK + ":" + seat.port();
        final var took = (System.nanoTime() - begun) / 1_000_000;
        LOG.info("broker ready bootstrap={} data={} took_ms={}", bootstrap, data.root(), took);
        return new EmbeddedBroker(server, lock, bootstrap);
    }

    /** Where clients connect. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.shutdown();
            server.awaitShutdown();
            LOG.info("broker stopped bootstrap={}", bootstrap);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
