package io.millrace.infra.whole;

import com.sun.net.httpserver.HttpServer;
import io.millrace.Businesses;
import io.millrace.api.notify.ChannelsFile;
import io.millrace.api.notify.Notifier;
import io.millrace.api.notify.NotifierSettings;
import io.millrace.api.notify.RetryPlan;
import io.millrace.api.people.PasswordCost;
import io.millrace.api.people.PeopleSettings.FirstAdmin;
import io.millrace.api.people.SessionKey;
import io.millrace.api.trace.Tracing;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.api.wiring.ClusterSettings;
import io.millrace.backbone.Business;
import io.millrace.infra.acl.Acls;
import io.millrace.infra.acl.Users;
import io.millrace.infra.broker.Guard;
import io.millrace.infra.cli.LocalKafka;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A café with every secret that there can be, on our own Kafka, which asks everybody who they are. */
final class GuardedProcess implements AutoCloseable {

    static final List<Business> CAFE = Businesses.named(List.of("cafe", "people"));
    static final String PROVIDER = "payment-provider";
    static final FirstAdmin BOSS = new FirstAdmin("boss", "boss-4711-password");
    static final String KEY =
            Base64.getEncoder().encodeToString("session-key-0815-session-key-0815".getBytes(StandardCharsets.US_ASCII));
    static final String CLUSTER = "cluster-2323-secret";
    static final String WEBHOOK = "webhook-4242-secret";
    static final Users USERS = new Users(
            Map.of(Guard.ADMIN, "scram-1111-secret", PROVIDER, "scram-2222-secret", Acls.AUDITOR, "scram-3333-secret"));

    private static final Duration CALL = Duration.ofSeconds(20);

    /** The signatures of what reached the till. */
    final List<String> signatures = new CopyOnWriteArrayList<>();

    final LocalKafka kafka;
    private final HttpServer till;
    private final Backbone backbone;
    private final Notifier notifier;

    GuardedProcess(final Path dir) throws IOException {
        till = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        till.createContext("/", exchange -> {
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Millrace-Signature")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        till.start();
        final Path channels = Files.writeString(
                dir.resolveSibling(dir.getFileName() + ".channels"),
                "channels = stream, log, till\nwebhook.till.url = http://127.0.0.1:%d/\n"
                                .formatted(till.getAddress().getPort())
                        + "webhook.till.secret-env = TILL\nwebhook.till.private = true\n");
        kafka = LocalKafka.guarded(dir, 0, 0, CAFE, USERS);
        final String bootstrap = kafka.broker().bootstrap();
        final String registry = kafka.registry().url();
        final BackboneSettings settings =
                BackboneSettings.of(bootstrap, registry, dir.resolve("streams"), "one", CAFE, 0);
        backbone = Backbone.start(settings.withClients(kafka.client())
                .with(ClusterSettings.of("127.0.0.1:1", CLUSTER), 0)
                .with(settings.people()
                        .with(new PasswordCost(64, 1, 1))
                        .with(BOSS)
                        .signedWith(SessionKey.of(KEY))
                        .securing(true)));
        notifier = Notifier.start(
                new NotifierSettings(
                        bootstrap,
                        Map.of("schema.registry.url", registry),
                        kafka.client(),
                        "one",
                        CAFE,
                        ChannelsFile.read(channels, Set.of("cafe", "people"), Map.of("TILL", WEBHOOK)::get),
                        RetryPlan.DEFAULT),
                backbone.meters(),
                Tracing.OFF);
    }

    boolean ready() {
        return backbone.awaitReady(Duration.ofSeconds(90));
    }

    Caller caller() {
        return new Caller(backbone.port(), CALL);
    }

    static String basic(final String id, final String password) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Somebody who owns that shop; the answer is to their signing in. */
    static Answer owner(final Caller caller, final String id, final String password, final String shop)
            throws IOException {
        final String who = "{\"id\":\"%s\",\"password\":\"%s\"".formatted(id, password);
        caller.post("/people", who + ",\"name\":\"" + id + "\"}", "Prefer", "wait=20");
        caller.call(
                "PUT",
                "/people/" + id + "/roles",
                "{\"cafe/" + shop + "\":[\"owner\"]}",
                "Authorization",
                basic(BOSS.id(), BOSS.password()),
                "Prefer",
                "wait=20");
        return caller.post("/people/sessions", who + "}", "Prefer", "wait=20");
    }

    @Override
    public void close() {
        notifier.close();
        backbone.close();
        kafka.close();
        till.stop(0);
    }
}
