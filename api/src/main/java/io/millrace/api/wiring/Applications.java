package io.millrace.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.generation.Lineages;
import io.millrace.api.generation.PrintSource;
import io.millrace.api.generation.Prints;
import io.millrace.api.generation.StoredPrints;
import io.millrace.api.page.AuditSource;
import io.millrace.api.page.KeptSource;
import io.millrace.api.page.Lags;
import io.millrace.api.page.NotThereException;
import io.millrace.api.page.OwnerSource;
import io.millrace.api.page.PageSource;
import io.millrace.api.page.Share;
import io.millrace.api.page.StreamsStores;
import io.millrace.api.page.Whereabouts;
import io.millrace.api.trace.TracedProcessors;
import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditPage;
import io.millrace.backbone.audit.AuditReport;
import io.millrace.backbone.audit.AuditTopology;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.page.Generation;
import io.millrace.backbone.page.Pages;
import io.millrace.backbone.quarantine.KeptNames;
import io.millrace.backbone.quarantine.KeptPage;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every business's applications: desk, pages, audit; started and stopped side by side. */
final class Applications implements PageSource, AuditSource, KeptSource, OwnerSource, PrintSource {

    private static final Logger LOG = LoggerFactory.getLogger(Applications.class);

    private final Map<String, Application> byName = new LinkedHashMap<>();
    private final Map<String, PageSide> pages = new LinkedHashMap<>();
    private final Map<String, Topology> topologies = new LinkedHashMap<>();
    private final Map<String, StreamsStores> auditStores = new LinkedHashMap<>();
    private final List<Lags> lags = new ArrayList<>();
    private final AvroCodec codec;
    private final @Nullable HostInfo self;
    private final String instance;
    private final int partitions;
    private final Lineages lineages;
    private final ExecutorService changes = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("generations-change").factory());

    Applications(final List<Business> businesses, final Function<Business, Properties> desk, final PageMaker maker) {
        this.codec = maker.codec();
        this.self = maker.self();
        this.instance = maker.settings().instance();
        this.partitions = maker.partitions();
        this.lineages = maker.lineages();
        final StreamsSettings settings = maker.settings();
        final MeterRegistry meters = maker.meters();
        for (final Business business : businesses) {
            final Properties deskSide = TracedProcessors.in(desk.apply(business), maker.tracing());
            add(new Application(DeskTopology.of(business, codec, config(deskSide)), deskSide, meters));
            pages.put(business.name(), new PageSide(business, maker));
            topologies.put(Generation.first(business).application(), maker.first(business));
            final Properties audit = settings.audit(business);
            final Application auditing =
                    add(new Application(AuditTopology.of(business, codec, config(audit)), audit, meters));
            auditStores.put(business.name(), storesOf(auditing));
            measure(business, new AuditPage(business, codec, storesOf(auditing)::here), meters);
            Gauge.builder("millrace.quarantine.waiting", this, it -> it.waiting(business))
                    .tag("business", business.name())
                    .register(meters);
        }
    }

    private StreamsStores storesOf(final Application application) {
        final Whereabouts whereabouts = new Whereabouts(application::streams, self);
        lags.add(whereabouts.lags());
        return new StreamsStores(application::streams, whereabouts, partitions);
    }

    @Override
    public Pages of(final Business business) {
        return new Pages(business, codec, side(business).shown().stores());
    }

    @Override
    public Prints prints(final Business business, final int generation, final int partition) {
        return new StoredPrints(
                business, codec, new LivingPart(side(business).of(generation).stores(), partition));
    }

    private PageSide side(final Business business) {
        return Objects.requireNonNull(pages.get(business.name()), business::name);
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public AuditReport report(final Business business, final int partition, final int atMost) {
        final StreamsStores stores = Objects.requireNonNull(auditStores.get(business.name()), business::name);
        return new AuditPage(business, codec, name -> stores.part(name, partition)).report(atMost);
    }

    @Override
    public KeptPage kept(final Business business, final int partition) {
        final StreamsStores stores = Objects.requireNonNull(auditStores.get(business.name()), business::name);
        return new KeptPage(business, codec, stores.part(KeptNames.kept(business), partition));
    }

    @Override
    public List<Share> shares(final Business business, final String side) {
        final String name = business.name() + "-" + side;
        final String topic = side.equals("desk") ? business.inputs().getFirst().topic() : business.topic("journal");
        try {
            final Application application = side.equals("pages")
                    ? side(business).shown().application()
                    : Objects.requireNonNull(byName.get(name), name);
            return Share.of(application.streams(), self, instance, topic);
        } catch (final IllegalStateException | InvalidStateStoreException | NotThereException e) {
            // it starts, stops, or has failed: then nobody can say
            return List.of();
        }
    }

    /** Whether what this instance has of a business's pages can be read. */
    boolean answers(final Business business) {
        return side(business).answers();
    }

    /** Looks whether everything moves. */
    void lookAtMovement() {
        byName.values().forEach(Application::look);
        living().forEach(it -> it.application().look());
    }

    /** Looks how far the copies here are behind. */
    void lookAtLags() {
        lags.forEach(Lags::look);
        living().forEach(it -> it.lags().look());
    }

    /** Of the partitions that are here: the sum over all instances is the whole. */
    private long waiting(final Business business) {
        final StreamsStores stores = Objects.requireNonNull(auditStores.get(business.name()), business::name);
        return IntStream.range(0, partitions)
                .filter(partition -> stores.has(KeptNames.kept(business), partition))
                .mapToLong(partition -> kept(business, partition).waiting())
                .sum();
    }

    /** Of the partitions that this instance checks: the sum over all instances is the whole. */
    private static void measure(final Business business, final AuditPage page, final MeterRegistry meters) {
        Gauge.builder("millrace.audit.checked", page, it -> it.report(0).checked())
                .tag("business", business.name())
                .register(meters);
        Gauge.builder("millrace.audit.violations", page, it -> it.report(0).violations())
                .tag("business", business.name())
                .register(meters);
    }

    private Stream<LivingPages> living() {
        return pages.values().stream().flatMap(it -> it.all().stream());
    }

    /** Those that somebody needs: what is made anew, or kept, is missed by nobody. */
    Stream<Application> needed() {
        return Stream.concat(
                byName.values().stream(),
                pages.values().stream()
                        .filter(PageSide::started)
                        .map(it -> it.shown().application()));
    }

    Stream<Application> all() {
        return Stream.concat(byName.values().stream(), living().map(LivingPages::application));
    }

    Map<String, Topology> topologies() {
        return topologies;
    }

    /** What is decided about generations later is followed one after another, beside everything else. */
    void start() {
        atOnce(Application::start, this::follow);
        lineages.follow(this::changed);
        // what was decided in between
        pages.keySet().forEach(this::changed);
    }

    /** Whether it is known here what is decided about generations. */
    boolean following() {
        return lineages.alive();
    }

    private void changed(final String business) {
        final PageSide side = pages.get(business);
        if (side != null && !changes.isShutdown()) {
            changes.execute(() -> {
                try {
                    follow(side);
                } catch (final RuntimeException e) {
                    LOG.error("generations of {}'s pages can't be followed", business, e);
                }
            });
        }
    }

    private void follow(final PageSide side) {
        side.follow(lineages.of(side.business()));
    }

    void stop() {
        changes.shutdownNow();
        atOnce(Application::stop, PageSide::stop);
    }

    private void atOnce(final Consumer<Application> what, final Consumer<PageSide> ofPages) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("applications-", 0).factory())) {
            final List<CompletableFuture<Void>> running = new ArrayList<>();
            byName.values().forEach(it -> running.add(CompletableFuture.runAsync(() -> what.accept(it), threads)));
            pages.values().forEach(it -> running.add(CompletableFuture.runAsync(() -> ofPages.accept(it), threads)));
            running.forEach(CompletableFuture::join);
        }
    }

    private Application add(final Application application) {
        topologies.put(application.name(), application.topology());
        byName.put(application.name(), application);
        return application;
    }

    private static TopologyConfig config(final Properties settings) {
        return new TopologyConfig(new StreamsConfig(settings));
    }
}
