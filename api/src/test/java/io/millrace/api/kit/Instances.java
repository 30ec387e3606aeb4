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
    private final List<BackboneSettings> settings;

    private Instances(final Broker broker, final List<Backbone> instances, final List<BackboneSettings> settings) {
        this.broker = broker;
        this.instances = new ArrayList<>(instances);
        this.settings = new ArrayList<>(settings);
    }

    public static Instances start(final int count) {
        final Broker broker = Broker.start();
        final List<BackboneSettings> settings =
                IntStream.range(0, count).mapToObj(n -> instance(broker, n)).toList();
        final List<CompletableFuture<Backbone>> starting = settings.stream()
                .map(it -> CompletableFuture.supplyAsync(() -> Backbone.start(it)))
                .toList();
        final List<Backbone> instances =
                starting.stream().map(CompletableFuture::join).toList();
        instances.forEach(Instances::ready);
        return new Instances(broker, instances, settings);
    }

    private static void ready(final Backbone instance) {
        if (!instance.awaitReady(TO_START)) {
            throw new IllegalStateException("an instance did not get ready: " + instance.parts());
        }
    }

    private static BackboneSettings instance(final Broker broker, final int number) {
        try {
            final int port = freePort();
            final List<Business> cafe = Businesses.ALL.stream()
                    .filter(business -> business.name().equals("cafe"))
                    .toList();
            return BackboneSettings.of(
                            broker.bootstrap(),
                            "mock://instances",
                            Files.createTempDirectory("millrace"),
                            "instance-" + number,
                            cafe,
                            port)
                    .with(FacadeSettings.onLoopback(port))
                    .with(ClusterSettings.of("127.0.0.1:" + port, SECRET), 1)
                    .withPartitions(4);
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
        settings.remove(instance);
        instances.remove(instance).close();
    }

    /** Stops one and starts it again: the same one, with what it kept. */
    public void restart(final int instance) {
        instances.get(instance).close();
        instances.set(instance, Backbone.start(settings.get(instance)));
        ready(instances.get(instance));
    }

    public Broker broker() {
        return broker;
    }

    @Override
    public void close() throws Exception {
        instances.forEach(Backbone::close);
        broker.close();
    }
}
