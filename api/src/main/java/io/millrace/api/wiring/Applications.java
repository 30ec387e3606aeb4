package io.millrace.api.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.page.AuditSource;
import io.millrace.api.page.PageSource;
import io.millrace.api.page.StreamsStores;
import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditPage;
import io.millrace.backbone.audit.AuditTopology;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.page.Pages;
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
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Every business's applications: desk, pages, audit; started and stopped side by side. */
final class Applications implements PageSource, AuditSource {

    private final Map<String, Application> byName = new LinkedHashMap<>();
    private final Map<String, Pages> pages = new LinkedHashMap<>();
    private final Map<String, AuditPage> audits = new LinkedHashMap<>();

    Applications(
            final List<Business> businesses,
            final AvroCodec codec,
            final StreamsSettings settings,
            final int partitions,
            final MeterRegistry meters) {
        for (final Business business : businesses) {
            final Properties deskSide = settings.desk(business);
            add(new Application(DeskTopology.of(business, codec, config(deskSide)), deskSide, meters));
            final Properties pageSide = settings.pages(business);
            final Application page = add(
                    new Application(PageTopology.of(business, codec, config(pageSide), pageSide), pageSide, meters));
            pages.put(business.name(), new Pages(business, codec, new StreamsStores(page::streams, partitions)));
            final Properties audit = settings.audit(business);
            final Application auditing =
                    add(new Application(AuditTopology.of(business, codec, config(audit)), audit, meters));
            final var stores = new StreamsStores(auditing::streams, partitions);
            audits.put(business.name(), measured(business, new AuditPage(business, codec, stores::here), meters));
        }
    }

    @Override
    public Pages of(final Business business) {
        return Objects.requireNonNull(pages.get(business.name()), business::name);
    }

    @Override
    public AuditPage auditOf(final Business business) {
        return Objects.requireNonNull(audits.get(business.name()), business::name);
    }

    private static AuditPage measured(final Business business, final AuditPage page, final MeterRegistry meters) {
        Gauge.builder("millrace.audit.checked", page, it -> it.report(0).checked())
                .tag("business", business.name())
                .register(meters);
        Gauge.builder("millrace.audit.violations", page, it -> it.report(0).violations())
                .tag("business", business.name())
                .register(meters);
        return page;
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
