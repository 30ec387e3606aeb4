package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Json;
import io.millrace.api.json.MalformedException;
import io.millrace.api.page.AuditSource;
import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether it adds up: events checked, laws broken, and the newest places where. */
final class Audited {

    private static final String BUSINESS = "business";

    private final List<Business> businesses;
    private final AuditSource audits;

    Audited(final List<Business> businesses, final AuditSource audits) {
        this.businesses = businesses;
        this.audits = audits;
    }

    void show(final Context ctx) {
        final Map<String, String> query = Requests.query(ctx, Set.of(BUSINESS, Paging.LIMIT));
        final int limit = Paging.limit(query);
        AuditReport all = AuditReport.NOTHING;
        final Map<String, Object> each = new LinkedHashMap<>();
        for (final Business business : chosen(query)) {
            final AuditReport report = audits.auditOf(business).report(limit);
            each.put(business.name(), Map.of("checked", report.checked(), "violations", report.violations()));
            all = all.and(report, limit);
        }
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("checked", all.checked());
        body.put("violations", all.violations());
        body.put("items", all.items());
        body.put("businesses", each);
        Replies.send(ctx, 200, Outcome.JSON, Json.of(body));
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
