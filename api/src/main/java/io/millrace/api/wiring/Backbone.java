package io.millrace.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.api.command.Acts;
import io.millrace.api.command.Asked;
import io.millrace.api.command.Commands;
import io.millrace.api.command.ReceiptReader;
import io.millrace.api.events.Events;
import io.millrace.api.events.EventsSettings;
import io.millrace.api.generation.Lineages;
import io.millrace.api.generation.Upkeep;
import io.millrace.api.hop.Hops;
import io.millrace.api.http.CommandMeters;
import io.millrace.api.http.Door;
import io.millrace.api.http.Facade;
import io.millrace.api.http.Parts;
import io.millrace.api.http.Relay;
import io.millrace.api.http.Route;
import io.millrace.api.page.Answered;
import io.millrace.api.page.Patience;
import io.millrace.api.people.Gatehouse;
import io.millrace.api.trace.Tracing;
import io.millrace.backbone.Business;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import io.millrace.people.People;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** A running process: everything started in the order that lets nothing get lost, and stopped in the reverse one. */
public final class Backbone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Backbone.class);

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final AvroCodec codec;
    private final TopicKeeper topics;
    private final int replication;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Lineages lineages;
    private final Applications applications;
    private final ReceiptReader receipts;
    private final @Nullable Gatehouse gatehouse;
    private final Wellbeing health;
    private final Events events;
    private final PrometheusMeterRegistry meters;
    private final Facade facade;

    private Backbone(final BackboneSettings settings, final Clients clients, final Tracing tracing) {
        codec = new AvroCodec(SchemaRegistries.of(settings.registry()), true);
        meters = Meters.registry();
        toClose.push(meters::close);
        final ClusterSettings cluster = settings.cluster();
        final HostInfo self = cluster == null ? null : cluster.advertised();
        final Admin admin = opened(clients.admin());
        topics = new TopicKeeper(admin, settings.partitions());
        replication = topics.replication();
        final var producer = clients.producer();
        toClose.push(producer::destroy);
        kafka = Clients.template(producer);
        lineages = opened(new Lineages(clients.journals(), kafka, codec));
        final var readers = new Patience(settings.http().readersWaiting());
        final StreamsSettings streams = settings.streams(replication);
        applications = new Applications(
                settings.businesses(),
                settings.ownBroker() ? streams::loneDesk : streams::desk,
                new PageMaker(
                        codec,
                        streams,
                        settings.partitions(),
                        self,
                        meters,
                        tracing,
                        lineages,
                        topic -> topics.prepare(List.of(topic), replication),
                        readers::lookAgain));
        final var asked = new Asked(settings.instance(), settings.http().commandsInFlight());
        Gauge.builder("millrace.commands.waiting", asked, Asked::waiting).register(meters);
        receipts = opened(new ReceiptReader(clients.receipts(), asked));
        final var clock = InstantSource.system();
        final Relay relay =
                cluster == null ? Relay.NONE : opened(new Hops(cluster.advertised(), cluster.secret(), clock));
        final var commands = new Commands(kafka, codec, asked, clock);
        final var answered = new Answered();
        gatehouse = gatehouse(
                settings,
                () -> new Gatehouse.Parts(
                        new Patience(settings.http().readersWaiting()),
                        commands,
                        new CommandMeters(meters),
                        answered,
                        kafka,
                        clients.journals(),
                        codec,
                        clock));
        final Door door = gatehouse == null ? Door.OPEN : gatehouse.door();
        events = new Events(
                settings.businesses().stream().filter(it -> !it.quiet()).toList(),
                settings.partitions(),
                codec,
                clients::journals,
                door,
                meters,
                EventsSettings.DEFAULT.eachHaving(settings.http().protection().streams()));
        health = new Wellbeing(settings.businesses(), applications, receipts, events, gatehouse);
        facade = new Facade(
                new Parts(
                        settings.businesses(),
                        commands,
                        applications,
                        readers,
                        applications,
                        applications,
                        applications,
                        new Acts(kafka, codec, clock),
                        lineages,
                        applications,
                        new Upkeep(admin),
                        relay,
                        applications.topologies(),
                        events,
                        health,
                        answered,
                        door,
                        gatehouse == null ? List.of() : List.of(gatehouse::routes),
                        meters,
                        tracing,
                        clock),
                settings.http());
        toClose.push(applications::stop);
        toClose.push(facade);
        // before the façade, which would wait for whoever still listens
        toClose.push(events);
    }

    /** Health is told from the first moment on; commands are taken only when no receipt can be missed any more. */
    private void begin(final BackboneSettings settings, final Clients clients) {
        facade.start();
        final List<Topic> all = Catalogue.of(settings.businesses());
        topics.prepare(all, replication);
        Clients.know(kafka, all);
        final List<TopicPartition> receiptPartitions = partitions(settings, "receipts");
        receipts.start(receiptPartitions);
        toClose.push(HangingTransactions.watch(clients.admin(), receiptPartitions));
        events.start();
        if (gatehouse != null) {
            gatehouse.start(settings.partitions());
        }
        lineages.start(settings.partitions());
        applications.start();
        if (settings.cluster() != null) {
            toClose.push(Every.seconds(1, "lags", applications::lookAtLags));
        }
        toClose.push(Every.seconds(5, "movement", applications::lookAtMovement));
        if (gatehouse != null) {
            gatehouse.appointAdmin();
        }
        health.open(true);
        toClose.push(Learning.begin(codec, Vocabulary.of(settings.businesses())));
        toClose.push(() -> health.leave(settings.cluster() == null ? Duration.ZERO : ClusterSettings.NOTICE));
    }

    /** Starts a process; if it can't be, closes what was begun. It takes commands when this returns. */
    public static Backbone start(final BackboneSettings settings) {
        return start(settings, Tracing.OFF);
    }

    /** The same, and what commands cause is followed; whoever follows outlives it. */
    public static Backbone start(final BackboneSettings settings, final Tracing tracing) {
        final long begun = System.nanoTime();
        final Clients clients = new Clients(settings);
        final Backbone backbone = new Backbone(settings, clients, tracing);
        try {
            backbone.begin(settings, clients);
        } catch (final RuntimeException e) {
            backbone.close();
            throw e;
        }
        LOG.info(
                "started, instance={}, port={}, millis={}",
                settings.instance(),
                backbone.port(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return backbone;
    }

    /** Where figures are kept, for who runs beside it. */
    public MeterRegistry meters() {
        return meters;
    }

    /** Everything it answers to over HTTP, and who that is for. */
    public List<Route> routes() {
        return facade.routes();
    }

    public int port() {
        return facade.port();
    }

    public boolean live() {
        return health.live();
    }

    public boolean ready() {
        return health.ready();
    }

    /** How each part is, by name. */
    public Map<String, String> parts() {
        return health.parts();
    }

    /** Waits until every part runs; false if it took too long. */
    public boolean awaitReady(final Duration atMost) {
        final long deadline = System.nanoTime() + atMost.toNanos();
        while (!ready()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (final Exception e) {
                LOG.warn("a part did not close cleanly", e);
            }
        }
        LOG.info("stopped");
    }

    private <T extends AutoCloseable> T opened(final T part) {
        toClose.push(part);
        return part;
    }

    /** A private business asks who everyone is, so it can't run without the people. */
    private @Nullable Gatehouse gatehouse(final BackboneSettings settings, final Supplier<Gatehouse.Parts> parts) {
        if (settings.people().secured() && !settings.businesses().contains(People.BUSINESS)) {
            throw new RefusedStartException(
                    "without " + People.BUSINESS.name() + ", nobody can be known to have a role");
        }
        if (settings.businesses().contains(People.BUSINESS)) {
            return opened(new Gatehouse(settings.people(), parts.get()));
        }
        settings.businesses().stream()
                .filter(it -> it.privacy() != null)
                .findFirst()
                .ifPresent(it -> {
                    throw new RefusedStartException(
                            it.name() + " is private, and needs " + People.BUSINESS.name() + " to know who asks");
                });
        return null;
    }

    private static List<TopicPartition> partitions(final BackboneSettings settings, final String what) {
        return settings.businesses().stream()
                .map((Business business) -> business.topic(what))
                .flatMap(topic ->
                        IntStream.range(0, settings.partitions()).mapToObj(it -> new TopicPartition(topic, it)))
                .toList();
    }
}
