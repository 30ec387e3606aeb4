package io.millrace.api.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.page.NotThereException;
import io.millrace.backbone.stream.SafeClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaStreamsCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.streams.KafkaStreamsMicrometerListener;

/** One Streams application, on a topology that we built ourselves: spring-kafka starts, stops and measures it. */
final class Application {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final int SECONDS_TO_CLOSE = 10;

    private final String name;
    private final Topology topology;
    private final SafeClients clients;
    private final ThreadDeaths deaths;
    private final StreamsBuilderFactoryBean bean;
    private final Movement movement = new Movement();
    private final Staleness staleness = new Staleness();
    private volatile double waiting;
    private final boolean alone;
    private final MeterRegistry meters;
    private final FigureLooks looks;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean ranOnce;

    Application(final Topology topology, final Properties settings, final MeterRegistry meters) {
        this(topology, settings, meters, () -> true);
    }

    /** {@code shown}: whether anybody is shown what it makes, so that it matters how old that is. */
    Application(
            final Topology topology,
            final Properties settings,
            final MeterRegistry meters,
            final BooleanSupplier shown) {
        this.name = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        this.topology = topology;
        this.clients = new SafeClients(name, topology);
        this.deaths = new ThreadDeaths(name);
        this.alone = !settings.containsKey(StreamsConfig.APPLICATION_SERVER_CONFIG);
        this.bean = new StreamsBuilderFactoryBean();
        createStateDir(settings);
        bean.setBeanName(name);
        bean.setStreamsConfiguration(settings);
        bean.setKafkaStreamsCustomizer(new OurTopology());
        bean.setStreamsUncaughtExceptionHandler(deaths);
        bean.setStateListener(this::changed);
        bean.setCloseTimeout(SECONDS_TO_CLOSE);
        // with copies elsewhere, what is left is taken over in a second or two: less than a restart takes
        bean.setLeaveGroupOnClose(new StreamsConfig(settings).getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG) > 0);
        this.looks = new FigureLooks(name);
        bean.addListener(new KafkaStreamsMicrometerListener(meters, looks));
        this.meters = meters;
        measure(shown);
    }

    private void measure(final BooleanSupplier shown) {
        new Figures(() -> Optional.ofNullable(streams)).register(name, meters);
        FunctionCounter.builder("millrace.thread.deaths", deaths, ThreadDeaths::ever)
                .description("Stream threads that died and were replaced")
                .tag("application", name)
                .register(meters);
        Gauge.builder("millrace.lag", this, it -> it.waiting)
                .description("Records that wait to be worked off")
                .tag("application", name)
                .register(meters);
        Gauge.builder("millrace.staleness", staleness, it -> shown.getAsBoolean() ? it.seconds() : 0)
                .description("How long ago what is worked on now was the newest there was")
                .baseUnit("seconds")
                .tag("application", name)
                .register(meters);
    }

    String name() {
        return name;
    }

    Topology topology() {
        return topology;
    }

    void start() {
        try {
            bean.afterPropertiesSet();
            bean.afterSingletonsInstantiated();
        } catch (final Exception e) {
            throw new IllegalStateException("application " + name + " can't be made", e);
        }
        bean.start();
    }

    void stop() {
        bean.stop();
        looks.shutdown();
        LOG.info("application={}, stopped", name);
    }

    /** Leaves for good, and takes along what it kept here. */
    void leave() {
        bean.setLeaveGroupOnClose(true);
        stop();
        final KafkaStreams stopped = streams;
        if (stopped != null) {
            stopped.cleanUp();
        }
        meters.getMeters().stream()
                .filter(it -> name.equals(it.getId().getTag("application")))
                .forEach(meters::remove);
    }

    KafkaStreams streams() {
        final KafkaStreams running = streams;
        if (running == null) {
            throw new NotThereException(name + " is not started yet.");
        }
        return running;
    }

    private void changed(final KafkaStreams.State now, final KafkaStreams.State before) {
        LOG.info("application={}, state={}, was={}", name, now, before);
        ranOnce |= !alone && now == KafkaStreams.State.RUNNING;
        if (now == KafkaStreams.State.RUNNING) {
            clients.acquaint();
        }
    }

    /** Running; or, once it ran, in a rebalance, during which others answer for what moves. */
    boolean running() {
        final KafkaStreams running = streams;
        return running != null
                && (running.state() == KafkaStreams.State.RUNNING
                        || ranOnce && running.state() == KafkaStreams.State.REBALANCING);
    }

    boolean rebalancing() {
        final KafkaStreams running = streams;
        return running != null && running.state() == KafkaStreams.State.REBALANCING;
    }

    boolean live() {
        final KafkaStreams running = streams;
        return !deaths.tooMany()
                && movement.stuck() == null
                && (running == null || running.state() != KafkaStreams.State.ERROR);
    }

    /** To be called every few seconds. */
    void look() {
        final KafkaStreams running = streams;
        if (running != null) {
            final Movement.Look now = MovementMetrics.of(running);
            final long nanos = System.nanoTime();
            movement.look(now, nanos);
            staleness.look(now.done(), now.waiting(), nanos);
            waiting = now.waiting();
        }
    }

    /** What an operator is told. */
    String condition() {
        final String stuck = movement.stuck();
        if (stuck != null) {
            return state() + ", stuck: " + stuck;
        }
        return deaths.tooMany() ? state() + ", dying again and again" : state();
    }

    String state() {
        final KafkaStreams running = streams;
        return running == null ? "NOT_STARTED" : running.state().name();
    }

    /** Streams' own check for the directory races when several applications start at once. */
    private static void createStateDir(final Properties settings) {
        try {
            Files.createDirectories(Path.of(settings.getProperty(StreamsConfig.STATE_DIR_CONFIG)));
        } catch (final IOException e) {
            throw new UncheckedIOException("the state directory can't be made", e);
        }
    }

    private final class OurTopology implements KafkaStreamsCustomizer {

        @Override
        public KafkaStreams initKafkaStreams(
                final Topology empty, final Properties settings, final KafkaClientSupplier usual) {
            final KafkaStreams made = new KafkaStreams(topology, settings, clients);
            streams = made;
            return made;
        }

        @Override
        public void customize(final KafkaStreams made) {
            // nothing beside the topology
        }
    }
}
