package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Json;
import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import io.millrace.api.page.AuditSource;
import io.millrace.api.page.Patience;
import io.millrace.api.page.Reach;
import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether it adds up: events checked, laws broken, and the newest places where. What is found lies partition by
 * partition at whoever checked it, and is gathered from there.
 */
final class Audited {

    private static final String BUSINESS = "business";

    private final List<Business> businesses;
    private final AuditSource audits;
    private final Relay relay;
    private final Patience patience;
    private final Door door;

    Audited(
            final List<Business> businesses,
            final AuditSource audits,
            final Relay relay,
            final Patience patience,
            final Door door) {
        this.businesses = businesses;
        this.audits = audits;
        this.relay = relay;
        this.patience = patience;
        this.door = door;
    }

    void show(final Context ctx) {
        final Problems problems = new Problems();
        final Map<String, String> query = Requests.query(ctx, Set.of(BUSINESS, Paging.LIMIT), problems);
        final int limit = Paging.limit(query, problems);
        problems.orThrow();
        final AuditSum all = new AuditSum();
        final Map<String, Object> each = new LinkedHashMap<>();
        for (final Business business : chosen(query)) {
            final AuditSum ofOne = gathered(business, limit, Requests.deadline(ctx));
            each.put(business.name(), ofOne.counts());
            all.add(door.keeps(ctx, business) ? ofOne : ofOne.withoutItems());
        }
        final Map<String, Object> body = new LinkedHashMap<>(all.counts());
        body.put("items", all.newest(limit));
        body.put("businesses", each);
        Replies.send(ctx, 200, Outcome.JSON, Json.of(body));
    }

    /** What one partition's audit has found, for the instance that gathers. */
    void part(final Context ctx) {
        if (Reach.now().filter(it -> it != Reach.ANYWHERE).isEmpty()) {
            throw new RefusedException(HttpProblem.notFound());
        }
        final Business business =
                chosen(Map.of(BUSINESS, ctx.pathParam(BUSINESS))).getFirst();
        final int partition = Integer.parseInt(ctx.pathParam("partition"));
        final Problems problems = new Problems();
        final int limit = Paging.limit(Requests.query(ctx, Set.of(Paging.LIMIT), problems), problems);
        problems.orThrow();
        Replies.send(ctx, 200, Outcome.JSON, found(business, partition, limit, Requests.deadline(ctx)));
    }

    private AuditSum gathered(final Business business, final int limit, final long deadline) {
        final AuditSum sum = new AuditSum();
        for (int partition = 0; partition < audits.partitions(); partition++) {
            final int it = partition;
            final String path = "/audit/parts/" + business.name() + "/" + it + "?" + Paging.LIMIT + "=" + limit;
            sum.add(AuditSum.of(relay.part(path, deadline, () -> found(business, it, limit, deadline))));
        }
        return sum;
    }

    private byte[] found(final Business business, final int partition, final int limit, final long deadline) {
        final AuditReport report = patience.read(deadline, () -> audits.report(business, partition, limit));
        return Json.of(Map.of("checked", report.checked(), "violations", report.violations(), "items", report.items()));
    }

    private List<Business> chosen(final Map<String, String> query) {
        final String name = query.get(BUSINESS);
        final List<Business> chosen = businesses.stream()
                .filter(it -> name == null || it.name().equals(name))
                .toList();
        if (name != null && chosen.isEmpty()) {
            throw new MalformedException(
                    BUSINESS,
                    "must be one of "
                            + String.join(
                                    ", ",
                                    businesses.stream().map(Business::name).toList()));
        }
        return chosen;
    }
}
