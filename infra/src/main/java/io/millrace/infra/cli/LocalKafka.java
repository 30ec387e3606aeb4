package io.millrace.infra.cli;

import io.millrace.backbone.Business;
import io.millrace.infra.acl.Acls;
import io.millrace.infra.acl.Admission;
import io.millrace.infra.acl.Users;
import io.millrace.infra.broker.EmbeddedBroker;
import io.millrace.infra.broker.Guard;
import io.millrace.infra.broker.OwnTopics;
import io.millrace.schemas.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Kafka and a schema registry inside this process, for a machine that has neither; and how to sign in to it. */
public record LocalKafka(EmbeddedBroker broker, EmbeddedRegistry registry, Map<String, String> client)
        implements AutoCloseable {

    /** The ports that tools look for first, if they are free. */
    private static final int KAFKA = 9092;

    private static final int REGISTRY = 8081;

    /** Null for a port takes the usual one if it is free, and any other if not. */
    static LocalKafka start(final Path data, final @Nullable Integer kafkaPort, final @Nullable Integer registryPort) {
        final EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), port(kafkaPort, KAFKA), Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            OwnTopics.keepShort(admin);
        } catch (final RuntimeException e) {
            broker.close();
            throw e;
        }
        return with(broker, Map.of(), Map.of(), registryPort);
    }

    /** The same, asking everybody who they are: nobody but these gets in. */
    public static LocalKafka guarded(
            final Path data,
            final @Nullable Integer kafkaPort,
            final @Nullable Integer registryPort,
            final List<Business> businesses,
            final Users users) {
        final Guard guard = new Guard();
        final EmbeddedBroker broker = EmbeddedBroker.guarded(data.resolve("kafka"), port(kafkaPort, KAFKA), guard);
        final Admission admission;
        try {
            admission = Admission.open(broker.bootstrap(), guard, businesses, users);
        } catch (final RuntimeException e) {
            broker.close();
            throw e;
        }
        return with(broker, admission.client(Admission.INSTANCE), admission.client(Acls.REGISTRY), registryPort);
    }

    private static LocalKafka with(
            final EmbeddedBroker broker,
            final Map<String, String> client,
            final Map<String, String> registrys,
            final @Nullable Integer registryPort) {
        try {
            final Map<String, Object> kafka = new HashMap<>(registrys);
            kafka.put("bootstrap.servers", broker.bootstrap());
            return new LocalKafka(
                    broker, EmbeddedRegistry.start(kafka, "127.0.0.1", port(registryPort, REGISTRY)), client);
        } catch (final RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private static int port(final @Nullable Integer wanted, final int preferred) {
        if (wanted != null) {
            return wanted;
        }
        return isFree(preferred) ? preferred : 0;
    }

    static boolean isFree(final int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (final IOException e) {
            return false;
        }
    }

    /** Nothing of how to sign in. */
    @Override
    public String toString() {
        return "LocalKafka[" + broker.bootstrap() + ", " + registry.url() + "]";
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
