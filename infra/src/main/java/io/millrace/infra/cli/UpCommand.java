package io.millrace.infra.cli;

import io.millrace.Businesses;
import io.millrace.api.http.FacadeSettings;
import io.millrace.api.notify.Channels;
import io.millrace.api.trace.Tracing;
import io.millrace.api.wiring.Backbone;
import io.millrace.api.wiring.BackboneSettings;
import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Standstill;
import io.millrace.infra.config.Configuration;
import io.millrace.infra.config.Sources;
import io.millrace.infra.config.Why;
import io.millrace.infra.load.Rehearsal;
import io.millrace.people.People;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace up}: everything, until it is told to stop. */
@Command(
        name = "up",
        description = "Start everything: Kafka and a registry unless --bootstrap names them, every business, HTTP.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(UpCommand.class);
    private static final Duration START = Duration.ofSeconds(90);

    /** A process whose streams don't come back by themselves is worth less than one that is started anew. */
    private static final Duration DEAD_FOR = Duration.ofSeconds(20);

    @Option(names = "--config", description = "A file with settings, lines of key = value; or MILLRACE_CONFIG.")
    private @Nullable Path config;

    @Why("One folder holds all that outlives the process; on a machine that is replaced it belongs on a volume.")
    @Option(names = "--data", defaultValue = ".millrace", description = "Where data is kept (${DEFAULT-VALUE}).")
    private Path data = Path.of(".millrace");

    @Why("Where the pages, the clients and the documentation expect it.")
    @Option(names = "--port", defaultValue = "8080", description = "Where HTTP listens (${DEFAULT-VALUE}).")
    private int port;

    @Why("Nobody but this machine until somebody says otherwise.")
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "On which address HTTP listens (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Why("Tools look for Kafka at 9092; two on one machine must differ.")
    @Option(names = "--kafka-port", description = "Where our own Kafka listens (9092, or any that is free).")
    private @Nullable Integer kafkaPort;

    @Why("Tools look for a registry at 8081; two on one machine must differ.")
    @Option(names = "--registry-port", description = "Where our own registry listens (8081, or any that is free).")
    private @Nullable Integer registryPort;

    @Why("What is to outlive a machine needs brokers on several.")
    @Option(names = "--bootstrap", description = "An existing Kafka cluster, instead of one of our own.")
    private @Nullable String bootstrap;

    @Why("Schemas must outlive the process as the records do.")
    @Option(names = "--registry", description = "Its schema registry, as a URL (needed with --bootstrap).")
    private @Nullable String registry;

    @Why("Each business takes three applications; who needs one of them need not pay for six.")
    @Option(
            names = "--business",
            split = ",",
            description = "Only these businesses (all: ${COMPLETION-CANDIDATES}).",
            completionCandidates = BusinessNames.class)
    private @Nullable List<String> only;

    @Why("People read lines; what collects logs of many machines reads fields.")
    @Option(
            names = "--" + LogFormat.KEY,
            defaultValue = "text",
            converter = LogFormat.Words.class,
            description = "How the log is written: text or json.")
    private LogFormat log = LogFormat.TEXT;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private final WhileAlive whileAlive = new WhileAlive();

    @Option(names = "--rehearse", hidden = true, description = "End after a short busy day, for the launcher's cache.")
    private boolean rehearse;

    @Why("The notifier may run in a process of its own, beside several instances.")
    @Option(
            names = "--without",
            description =
                    "Leave out a part that nothing waits for: notifier. What it missed it brings when it is back.")
    private @Nullable String without;

    @Mixin
    private NotifyOptions notify = new NotifyOptions();

    @Mixin
    private final PeopleOptions people = new PeopleOptions();

    @Mixin
    private final KafkaOptions kafkaOptions = new KafkaOptions();

    @Mixin
    private final UsersOptions users = new UsersOptions();

    @Mixin
    private final SecurityOptions security = new SecurityOptions();

    @Mixin
    private final TraceOptions traces = new TraceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private picocli.CommandLine.Model.CommandSpec spec;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException, IOException {
        check();
        final Thread hook = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        whileAlive.then(stopped::countDown);
        final Backbone backbone = startAll();
        if (rehearse) {
            Rehearsal.run(backbone.port());
            return 0;
        }
        return waitFor(backbone) ? 0 : 1;
    }

    private void check() {
        if (spec.defaultValueProvider() instanceof Sources sources) {
            Configuration.refuseUnknown(spec.commandLine(), sources);
        }
        LOG.debug("configuration, file={}, log={}", config, log);
        if (!LocalKafka.isFree(port)) {
            throw new IllegalStateException(
                    "Port " + port + " is taken by another program. Stop that, or choose another with --port.");
        }
        if (without != null && !without.equals("notifier")) {
            throw new ParameterException(spec.commandLine(), "--without takes of these: notifier");
        }
        if (bootstrap != null && registry == null) {
            throw new ParameterException(spec.commandLine(), "--bootstrap needs --registry: the URL of its registry.");
        }
        traces.check(spec.commandLine());
        security.check(host, cluster.isCalledOn(), spec.commandLine());
        if (bootstrap == null && !kafkaOptions.settings().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--kafka-config goes with --bootstrap.");
        }
        if (bootstrap != null && users.given()) {
            throw new ParameterException(
                    spec.commandLine(), "--kafka-users-file is for our own Kafka; millrace acls tells another one.");
        }
        cluster.check(bootstrap != null, spec.commandLine());
    }

    private Backbone startAll() {
        final List<Business> businesses = businesses();
        final Channels channels = notify.channels(businesses);
        final String kafka;
        final String schemas;
        final Map<String, String> client;
        if (bootstrap == null || registry == null) {
            final LocalKafka local = started(local(businesses));
            kafka = local.broker().bootstrap();
            schemas = local.registry().url();
            client = local.client();
        } else {
            kafka = bootstrap;
            schemas = registry;
            client = kafkaOptions.settings();
        }
        final BackboneSettings settings = cluster.join(
                BackboneSettings.of(
                                kafka,
                                schemas,
                                data.resolve("streams"),
                                cluster.instance(bootstrap != null, port),
                                businesses,
                                port)
                        .withClients(client)
                        .with(people.settings(data).securing(security.secured()))
                        .with(FacadeSettings.on(host, port).with(security.protection())),
                bootstrap != null);
        final Tracing tracing = started(traces.tracing(settings.instance()));
        final Backbone backbone = started(Backbone.start(settings, tracing));
        if (!backbone.awaitReady(START)) {
            throw new IllegalStateException("It is not ready after " + START.toSeconds() + " s; the log says why.");
        }
        if (cluster.isCalledOn()) {
            Standstill.watch();
        }
        if (without == null) {
            started(NotifyOptions.start(
                    kafka,
                    schemas,
                    settings.client(),
                    settings.instance(),
                    businesses,
                    channels,
                    backbone.meters(),
                    tracing));
        }
        Terminal.say(
                Banner.of(security.scheme(), security.secured(), backbone.port(), kafka, schemas, data, businesses));
        return backbone;
    }

    private LocalKafka local(final List<Business> businesses) {
        return users.given()
                ? LocalKafka.guarded(data, kafkaPort, registryPort, businesses, users.of(businesses))
                : LocalKafka.start(data, kafkaPort, registryPort);
    }

    private <T extends AutoCloseable> T started(final T part) {
        synchronized (started) {
            started.push(part);
        }
        return part;
    }

    private List<Business> businesses() {
        if (only == null) {
            return Businesses.ALL;
        }
        final List<String> known = Businesses.ALL.stream().map(Business::name).toList();
        if (!known.containsAll(only)) {
            throw new ParameterException(
                    spec.commandLine(), "--business takes of these: " + String.join(", ", new BusinessNames()));
        }
        final List<String> wanted = new ArrayList<>(only);
        if (security.secured()) {
            wanted.add(People.BUSINESS.name());
        }
        return Businesses.named(wanted);
    }

    /** Until somebody says stop, or the streams are dead and stay dead. */
    private boolean waitFor(final Backbone backbone) throws InterruptedException {
        long lastAlive = System.nanoTime();
        while (!stopped.await(500, TimeUnit.MILLISECONDS)) {
            if (backbone.live()) {
                lastAlive = System.nanoTime();
            } else if (System.nanoTime() - lastAlive > DEAD_FOR.toNanos()) {
                LOG.error(
                        "not alive for {} s: ending, so that whoever watches starts it anew; parts={}",
                        DEAD_FOR.toSeconds(),
                        backbone.parts());
                return false;
            }
        }
        return true;
    }

    /** What was started last stops first: HTTP answers what is under way before the streams and the broker go. */
    private void stop() {
        stopped.countDown();
        synchronized (started) {
            while (!started.isEmpty()) {
                try {
                    started.pop().close();
                } catch (final Exception e) {
                    LOG.warn("a part did not stop cleanly", e);
                }
            }
        }
    }
}
