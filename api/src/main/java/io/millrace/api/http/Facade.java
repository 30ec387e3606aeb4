package io.millrace.api.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Tally;
import io.millrace.backbone.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The façade: takes commands in and serves pages out. What it answers to is listed here, and nowhere else. */
public final class Facade implements AutoCloseable {

    private static final Pattern INVISIBLE = Pattern.compile("%(?:[01].|7[Ff])");

    private final Parts parts;
    private final Reads reads;
    private final CommandMeters commandMeters;
    private final Map<String, Receipts.Told> told = new LinkedHashMap<>();
    private final Browsers browsers;
    private final Rates rates;
    private final Javalin javalin;

    public Facade(final Parts parts, final FacadeSettings settings) {
        this.parts = parts;
        this.reads = new Reads(parts.pages(), parts.patience(), parts.door(), parts.answered());
        this.browsers = new Browsers(settings.protection());
        this.rates = new Rates(settings.protection().perSecond());
        this.commandMeters = new CommandMeters(parts.meters());
        this.javalin = Javalin.create(config -> {
            ServerHabits.apply(config, settings);
            final TracedRequests traced = new TracedRequests(parts.tracing());
            config.router.handlerWrapper(endpoint -> endpoint.method == HandlerType.GET
                    ? parts.relay().reading(endpoint.handler)
                    : traced.following(endpoint));
            final HttpMeters httpMeters = new HttpMeters(parts.meters());
            config.requestLogger.http((ctx, millis) -> {
                httpMeters.time(ctx, millis);
                traced.answered(ctx);
            });
            routes(config);
        });
        check();
    }

    private void routes(final JavalinConfig config) {
        final RoutesConfig routes = config.routes;
        final Operations operations = new Operations(parts.health(), parts.meters());
        routes.before(browsers::handle);
        routes.before(Facade::onlyVisible);
        routes.before(operations::onlyWhenOpen);
        routes.before(this::notTooOften);
        routes.beforeMatched(this::knock);
        parts.more().forEach(it -> it.accept(routes));
        parts.businesses().forEach(business -> business(routes, business));
        final var receipts =
                new Receipts(told, parts.pages(), reads.patience(), parts.door(), parts.answered(), parts.clock());
        routes.get("/receipts/{business}/{desk}/{key}", receipts::show, Right.SENDER);
        final Audited audited =
                new Audited(parts.businesses(), parts.audits(), parts.relay(), reads.patience(), parts.door());
        routes.get("/audit", audited::show, Right.COUNTS);
        routes.get("/audit/parts/{business}/{partition}", audited::part, Right.INSTANCES);
        quarantine(routes);
        generations(routes);
        routes.get("/events", parts.events(), Right.LISTENER);
        routes.get("/livez", operations::live, Right.ANYBODY);
        routes.get("/readyz", operations::ready, Right.ANYBODY);
        routes.get("/metrics", operations::metrics, Right.ANYBODY);
        final Described described = new Described(parts.businesses(), parts.topologies());
        routes.get("/openapi.json", described::openApi, Right.ANYBODY);
        routes.get("/docs", described::page, Right.ANYBODY);
        routes.get("/docs/docs.js", described::script, Right.ANYBODY);
        routes.get("/docs/codes.js", described::codes, Right.ANYBODY);
        routes.get("/docs/docs.css", described::style, Right.ANYBODY);
        routes.get("/topologies", described::topologies, Right.ANYBODY);
        routes.get("/instances", new Owned(parts.businesses(), parts.owners())::show, Right.ADMIN);
        new WebPages().routes(routes);
        Failures.map(routes);
    }

    private void quarantine(final RoutesConfig routes) {
        final KeptParts kept = new KeptParts(parts.businesses(), parts.kept(), parts.relay(), reads.patience());
        final Quarantined quarantined = new Quarantined(parts.businesses(), kept, parts.door());
        final Decided decided = new Decided(quarantined, kept, parts.acts(), parts.door(), reads.patience());
        routes.get("/quarantine", quarantined::list, Right.ADMIN);
        routes.get("/quarantine/parts/{business}/{partition}", kept::part, Right.INSTANCES);
        routes.get("/quarantine/{id}", quarantined::one, Right.ADMIN);
        routes.post("/quarantine/{id}/retry", decided::retry, Right.ADMIN);
        routes.post("/quarantine/{id}/discard", decided::discard, Right.ADMIN);
        routes.delete("/quarantine/{id}", decided::remove, Right.ADMIN);
    }

    private void generations(final RoutesConfig routes) {
        final PrintParts prints = new PrintParts(parts.businesses(), parts.prints(), parts.relay(), reads.patience());
        final Rebuilt rebuilt = new Rebuilt(parts.businesses(), parts.lineages(), prints, parts.upkeep(), parts.door());
        routes.get("/pages", rebuilt::list, Right.ADMIN);
        routes.get("/pages/parts/{business}/{generation}/{partition}", prints::part, Right.INSTANCES);
        routes.get("/pages/{business}/comparison", rebuilt::compare, Right.ADMIN);
        routes.post("/pages/{business}/rebuild", rebuilt::rebuild, Right.ADMIN);
        routes.post("/pages/{business}/swap", rebuilt::swap, Right.ADMIN);
        routes.delete("/pages/{business}/{generation}", rebuilt::clean, Right.ADMIN);
    }

    private void business(final RoutesConfig routes, final Business business) {
        final Resources resources = new Resources(business);
        final Outcomes outcomes = new Outcomes(business, resources);
        told.put(business.name(), new Receipts.Told(business, outcomes));
        final String desk = business.path() + "/{desk}";
        final Houses houses = new Houses(business, resources, reads);
        routes.get(desk, houses::show, Right.of(business, business.houseAccess()));
        routes.get(desk + "/why", houses::why, Right.of(business, Right.behind(business, business.houseAccess())));
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
            routes.get(
                    desk + "/" + view.path(),
                    new Views(business, view, resources, reads, parts.clock())::show,
                    Right.of(business, view.access()));
        }
        for (final Tally<?> tally : business.tallies()) {
            routes.get(
                    desk + "/" + tally.path(),
                    new Tallied(business, tally, reads, parts.clock())::list,
                    Right.of(business, tally.access()));
        }
        for (final Personal personal : business.personals()) {
            routes.get(
                    "/" + business.name() + "/" + personal.path() + "/{id}",
                    new Persons(business, personal, resources, reads, parts.door(), parts.clock())::show,
                    Right.of(business, Access.byThe(personal.word())));
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
        final Right right = Right.of(business, form);
        switch (form.verb()) {
            case MAKE -> routes.post(path, writes, right);
            case CHANGE -> routes.patch(path, writes, right);
            case SET -> routes.put(path, writes, right);
            case REMOVE -> routes.delete(path, writes, right);
        }
    }

    private <T extends SpecificRecord> void listing(
            final RoutesConfig routes,
            final String path,
            final Business business,
            final Listing<T> listing,
            final Resources resources) {
        final Right right = Right.of(business, listing.access());
        final Things<T> things = new Things<>(business, listing, resources, reads);
        routes.get(path, new Lists<>(business, listing, resources, reads)::list, right);
        routes.get(path + "/{id}", things::one, right);
        routes.get(path + "/{id}/why", things::why, Right.of(business, Right.behind(business, listing.access())));
    }

    /** Everything it answers to. */
    public List<Route> routes() {
        return Route.of(javalin);
    }

    /** What nobody has said who it is for is for nobody; see {@link #check}. */
    private void knock(final Context ctx) {
        try {
            ctx.routeRoles().stream()
                    .filter(Right.class::isInstance)
                    .forEach(right -> parts.door().knock(ctx, (Right) right));
        } catch (final RefusedException e) {
            place(ctx);
            throw e;
        }
    }

    /** Writes are told their key, and a place in the journal, whoever refuses them. */
    private void place(final Context ctx) {
        if (ctx.method() == HandlerType.GET) {
            return;
        }
        Requests.key(ctx, new Problems());
        final @Nullable String desk = ctx.pathParamMap().get("desk");
        if (desk != null) {
            parts.businesses().stream()
                    .filter(it -> ctx.path().startsWith("/" + it.name() + "/"))
                    .forEach(it -> Answers.place(ctx, it, desk));
        }
    }

    /** For the sake of keys with backslashes the server lets all of their like in; what can't be seen stays outside. */
    private static void onlyVisible(final Context ctx) {
        if (INVISIBLE.matcher(ctx.path()).find()) {
            throw new MalformedException("No address here has a control character in it.");
        }
    }

    private void notTooOften(final Context ctx) {
        if (rates.limited() && !Operations.isOperation(ctx.path())) {
            rates.check(ctx, parts.door().client(ctx));
        }
    }

    /** A route that was forgotten is found at the start, not by whoever finds it first. */
    private void check() {
        final List<Route> unruled = parts.door().open() ? List.of() : Route.unruled(routes());
        if (!unruled.isEmpty()) {
            throw new IllegalStateException("Nothing says who may use " + unruled);
        }
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
