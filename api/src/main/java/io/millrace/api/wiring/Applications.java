package io.millrace.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.page.AuditSource;
import io.millrace.api.page.KeptSource;
import io.millrace.api.page.Lags;
import io.millrace.api.page.OwnerSource;
import io.millrace.api.page.PageSource;
import io.millrace.api.page.Share;
import io.millrace.api.page.StreamsStores;
import io.millrace.api.page.Whereabouts;
import io.millrace.api.trace.TracedProcessors;
import io.millrace.api.trace.Tracing;
import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditPage;
import io.millrace.backbone.audit.AuditReport;
import io.millrace.backbone.audit.AuditTopology;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.page.PageNames;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.page.Pages;
import io.millrace.backbone.quarantine.KeptNames;
import io.millrace.backbone.quarantine.KeptPage;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Every business's applications: desk, pages, audit; started and stopped side by side. */
final class Applications implements PageSource, AuditSource, KeptSource, OwnerSource {

    private final Map<String, Application> byName = new LinkedHashMap<>();
    private final Map<String, Pages> pages = new LinkedHashMap<>();
    private final Map<String, StreamsStores> pageStores = new LinkedHashMap<>();
    private final Map<String, StreamsStores> auditStores = new LinkedHashMap<>();
    private final List<Lags> lags = new ArrayList<>();
    private final AvroCodec codec;
    private final @Nullable HostInfo self;
    private final String instance;
    private final int partitions;

    Applications(
            final List<Business> businesses,
            final AvroCodec codec,
            final StreamsSettings settings,
            final int partitions,
            final @Nullable HostInfo self,
            final MeterRegistry meters,
            final Tracing tracing) {
        this.codec = codec;
        this.self = self;
        this.instance = settings.instance();
        this.partitions = partitions;
        for (final Business business : businesses) {
            final Properties deskSide = TracedProcessors.in(settings.desk(business), tracing);
            add(new Application(DeskTopology.of(business, codec, config(deskSide)), deskSide, meters));
            final Properties pageSide = TracedProcessors.in(settings.pages(business), tracing);
            final Application page = add(
                    new Application(PageTopology.of(business, codec, config(pageSide), pageSide), pageSide, meters));
            final StreamsStores stores = storesOf(page);
            pageStores.put(business.name(), stores);
            pages.put(business.name(), new Pages(business, codec, stores));
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
        final Application application = Objects.requireNonNull(byName.get(name), name);
        final String topic = side.equals("desk") ? business.inputs().getFirst().topic() : business.topic("journal");
        try {
            return Share.of(application.streams(), self, instance, topic);
        } catch (final IllegalStateException | InvalidStateStoreException e) {
            // it starts, stops, or has failed: then nobody can say
            return List.of();
        }
    }

    /** Whether what this instance has of a business's pages can be read. */
    boolean answers(final Business business) {
        // what moves is answered from copies meanwhile
        return Objects.requireNonNull(byName.get(business.name() + "-pages"), business::name)
                        .rebalancing()
                || Objects.requireNonNull(pageStores.get(business.name()), business::name)
                        .answers(PageNames.rows(business));
    }

    /** Looks whether everything moves. */
    void lookAtMovement() {
        byName.values().forEach(Application::look);
    }

    /** Looks how far the copies here are behind. */
    void lookAtLags() {
        lags.forEach(Lags::look);
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

    Collection<Application> all() {
        return byName.values();
    }

    Map<String, Topology> topologies() {
        final Map<String, Topology> topologies = new LinkedHashMap<>();
        byName.forEach((name, application) -> topologies.put(name, application.topology()));
        return topologies;
    }

    void start() {
        atOnce(Application::start);
    }

    void stop() {
        atOnce(Application::stop);
    }

    private void atOnce(final Consumer<Application> what) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("applications-", 0).factory())) {
            final List<CompletableFuture<Void>> running = new ArrayList<>();
            byName.values().forEach(it -> running.add(CompletableFuture.runAsync(() -> what.accept(it), threads)));
            running.forEach(CompletableFuture::join);
        }
    }

    private Application add(final Application application) {
        byName.put(application.name(), application);
        return application;
    }

    private static TopologyConfig config(final Properties settings) {
        return new TopologyConfig(new StreamsConfig(settings));
    }
}
