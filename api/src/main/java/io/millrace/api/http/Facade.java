package io.millrace.api.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.millrace.api.page.Patience;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Tally;
import io.millrace.backbone.View;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The façade: takes commands in and serves pages out. What it answers to is listed here, and nowhere else. */
public final class Facade implements AutoCloseable {

    private final Parts parts;
    private final Reads reads;
    private final CommandMeters commandMeters;
    private final Map<String, Receipts.Told> told = new LinkedHashMap<>();
    private final Javalin javalin;

    public Facade(final Parts parts, final FacadeSettings settings) {
        this.parts = parts;
        this.reads = new Reads(parts.pages(), new Patience(settings.readersWaiting()), parts.door(), parts.answered());
        this.commandMeters = new CommandMeters(parts.meters());
        this.javalin = Javalin.create(config -> {
            ServerHabits.apply(config, settings);
            config.router.handlerWrapper(endpoint ->
                    endpoint.method == HandlerType.GET ? parts.relay().reading(endpoint.handler) : endpoint.handler);
            config.requestLogger.http(new HttpMeters(parts.meters())::time);
            routes(config);
        });
    }

    private void routes(final JavalinConfig config) {
        final RoutesConfig routes = config.routes;
        final Operations operations = new Operations(parts.health(), parts.meters());
        routes.before(operations::onlyWhenOpen);
        parts.more().forEach(it -> it.accept(routes));
        parts.businesses().forEach(business -> business(routes, business));
        final var receipts = new Receipts(told, parts.pages(), reads.patience(), parts.door(), parts.clock());
        routes.get("/receipts/{business}/{desk}/{key}", receipts::show);
        final Audited audited =
                new Audited(parts.businesses(), parts.audits(), parts.relay(), reads.patience(), parts.door());
        routes.get("/audit", audited::show);
        routes.get("/audit/parts/{business}/{partition}", audited::part);
        quarantine(routes);
        routes.get("/events", parts.events());
        routes.get("/livez", operations::live);
        routes.get("/readyz", operations::ready);
        routes.get("/metrics", operations::metrics);
        final Described described = new Described(parts.businesses(), parts.topologies());
        routes.get("/openapi.json", described::openApi);
        routes.get("/docs", described::page);
        routes.get("/docs/docs.js", described::script);
        routes.get("/docs/docs.css", described::style);
        routes.get("/topologies", described::topologies);
        routes.get("/instances", new Owned(parts.businesses(), parts.owners())::show);
        new WebPages().routes(routes);
        Failures.map(routes);
    }

    private void quarantine(final RoutesConfig routes) {
        final KeptParts kept = new KeptParts(parts.businesses(), parts.kept(), parts.relay(), reads.patience());
        final Quarantined quarantined = new Quarantined(parts.businesses(), kept, parts.door());
        final Decided decided = new Decided(quarantined, kept, parts.acts(), parts.door(), reads.patience());
        routes.get("/quarantine", quarantined::list);
        routes.get("/quarantine/parts/{business}/{partition}", kept::part);
        routes.get("/quarantine/{id}", quarantined::one);
        routes.post("/quarantine/{id}/retry", decided::retry);
        routes.post("/quarantine/{id}/discard", decided::discard);
        routes.delete("/quarantine/{id}", decided::remove);
    }

    private void business(final RoutesConfig routes, final Business business) {
        final Resources resources = new Resources(business);
        final Outcomes outcomes = new Outcomes(business, resources);
        told.put(business.name(), new Receipts.Told(business, outcomes));
        final String desk = business.path() + "/{desk}";
        final Houses houses = new Houses(business, resources, reads, parts.clock());
        routes.get(desk, houses::show);
        routes.get(desk + "/why", houses::why);
        business.forms().stream()
                .filter(form -> !form.byHand())
                .forEach(form -> form(routes, desk, business, form, outcomes));
        for (final Listing<?> listing : business.listings()) {
            listing(routes, desk + "/" + listing.path(), business, listing, resources);
            if (listing.besideDesks()) {
                listing(routes, "/" + business.name() + "/" + listing.path() + "/{desk}", business, listing, resources);
            }
        }
        for (final View view : business.views()) {
            routes.get(desk + "/" + view.path(), new Views(business, view, resources, reads, parts.clock())::show);
        }
        for (final Tally<?> tally : business.tallies()) {
            routes.get(desk + "/" + tally.path(), new Tallied(business, tally, reads, parts.clock())::list);
        }
        for (final Personal personal : business.personals()) {
            routes.get(
                    "/" + business.name() + "/" + personal.path() + "/{id}",
                    new Persons(business, personal, resources, reads, parts.door(), parts.clock())::show);
        }
    }

    private void form(
            final RoutesConfig routes,
            final String desk,
            final Business business,
            final Form form,
            final Outcomes outcomes) {
        final String above = form.deskIn() == null ? desk : "/" + business.name();
        final String path = form.path().isEmpty() ? above : above + "/" + form.path();
        final Writes writes =
                new Writes(business, form, parts.commands(), outcomes, parts.door(), commandMeters, parts.answered());
        switch (form.verb()) {
            case MAKE -> routes.post(path, writes);
            case CHANGE -> routes.patch(path, writes);
            case SET -> routes.put(path, writes);
            case REMOVE -> routes.delete(path, writes);
        }
    }

    private <T extends SpecificRecord> void listing(
            final RoutesConfig routes,
            final String path,
            final Business business,
            final Listing<T> listing,
            final Resources resources) {
        final Things<T> things = new Things<>(business, listing, resources, reads);
        routes.get(path, new Lists<>(business, listing, resources, reads)::list);
        routes.get(path + "/{id}", things::one);
        routes.get(path + "/{id}/why", things::why);
    }

    public void start() {
        javalin.start();
    }

    public int port() {
        return javalin.port();
    }

    /** Takes no more requests, and lets those in flight finish. */
    @Override
    public void close() {
        javalin.stop();
    }
}
