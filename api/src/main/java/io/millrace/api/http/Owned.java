package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Json;
import io.millrace.api.json.MalformedException;
import io.millrace.api.page.OwnerSource;
import io.millrace.api.page.Share;
import io.millrace.api.page.StreamsStores;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which instance has what: for who looks at a cluster and wants to know where a desk is. */
final class Owned {

    private static final String BUSINESS = "business";
    private static final String DESK = "desk";
    private static final List<String> SIDES = List.of(DESK, "pages", "audit");

    private final List<Business> businesses;
    private final OwnerSource owners;

    Owned(final List<Business> businesses, final OwnerSource owners) {
        this.businesses = businesses;
        this.owners = owners;
    }

    void show(final Context ctx) {
        final Map<String, String> query = Requests.query(ctx, Set.of(BUSINESS, DESK));
        final String desk = query.get(DESK);
        final Integer partition = desk == null ? null : partition(query, desk);
        final List<Map<String, Object>> items = new ArrayList<>();
        for (final Business business : chosen(query.get(BUSINESS))) {
            for (final String side : SIDES) {
                final List<Share> shares = owners.shares(business, side);
                final Map<String, Object> item = new LinkedHashMap<>();
                item.put(BUSINESS, business.name());
                item.put("side", side);
                item.put(
                        "instances",
                        shares.stream()
                                .filter(it -> partition == null
                                        || it.partitions().contains(partition)
                                        || it.copies().contains(partition))
                                .map(Share::fields)
                                .toList());
                items.add(item);
            }
        }
        final Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("partitions", owners.partitions());
        if (partition != null) {
            body.put("partition", partition);
        }
        body.put("items", items);
        Replies.send(ctx, 200, Outcome.JSON, Json.of(body));
    }

    private int partition(final Map<String, String> query, final String desk) {
        if (!query.containsKey(BUSINESS)) {
            throw new MalformedException(BUSINESS, "is needed to find a desk");
        }
        final Business business = chosen(query.get(BUSINESS)).getFirst();
        return StreamsStores.partition(
                Requests.checked(desk, DESK, Checks.named(business.deskIs())), owners.partitions());
    }

    private List<Business> chosen(final @Nullable String name) {
        final List<Business> chosen = businesses.stream()
                .filter(it -> name == null || it.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            throw new MalformedException(
                    BUSINESS,
                    "must be one of " + businesses.stream().map(Business::name).collect(Collectors.joining(", ")));
        }
        return chosen;
    }
}
