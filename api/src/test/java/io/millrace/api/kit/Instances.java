package io.millrace.api.kit;

import io.millrace.Businesses;
import io.millrace.api.http.FacadeSettings;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.api.wiring.ClusterSettings;
import io.millrace.backbone.Business;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A broker, and several instances of the café on it, which know each other. */
public final class Instances implements AutoCloseable {

    private static final String SECRET = "a secret of these tests";
    private static final Duration TO_START = Duration.ofSeconds(120);

    private final Broker broker;
    private final List<Backbone> instances;

    private Instances(final Broker broker, final List<Backbone> instances) {
        this.broker = broker;
        this.instances = new ArrayList<>(instances);
    }

    public static Instances start(final int count) {
        final Broker broker = Broker.start();
        final List<CompletableFuture<Backbone>> starting = IntStream.range(0, count)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> instance(broker, n)))
                .toList();
        final List<Backbone> instances =
                starting.stream().map(CompletableFuture::join).toList();
        for (final Backbone instance : instances) {
            if (!instance.awaitReady(TO_START)) {
                throw new IllegalStateException("an instance did not get ready: " + instance.parts());
            }
        }
        return new Instances(broker, instances);
    }

    private static Backbone instance(final Broker broker, final int number) {
        try {
            final int port = freePort();
            final List<Business> cafe = Businesses.ALL.stream()
                    .filter(business -> business.name().equals("cafe"))
                    .toList();
            return Backbone.start(BackboneSettings.of(
                            broker.bootstrap(),
                            "mock://instances",
                            Files.createTempDirectory("millrace"),
                            "instance-" + number,
                            cafe,
                            port)
                    .with(FacadeSettings.onLoopback(port))
                    .with(ClusterSettings.of("127.0.0.1:" + port, SECRET), 1));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public Caller caller(final int instance) {
        return new Caller(instances.get(instance).port());
    }

    /** One caller for each instance that runs. */
    public List<Caller> callers() {
        return instances.stream().map(it -> new Caller(it.port())).toList();
    }

    public int port(final int instance) {
        return instances.get(instance).port();
    }

    public void stop(final int instance) {
        instances.remove(instance).close();
    }

    @Override
    public void close() throws Exception {
        instances.forEach(Backbone::close);
        broker.close();
    }
}
