package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Json;
import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Values;
import io.millrace.api.page.Cursor;
import io.millrace.backbone.Business;
import io.millrace.schemas.KeptState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits for a person because it could not be handled: a list over all businesses, and each of it whole. */
final class Quarantined {

    private static final String BUSINESS = "business";
    private static final String KEY = "key";
    private static final Set<String> KNOWN =
            Set.of(BUSINESS, KeptParts.DESK, KEY, KeptParts.STATE, Paging.LIMIT, Paging.AFTER);

    private final List<Business> businesses;
    private final KeptParts parts;
    private final Door door;

    Quarantined(final List<Business> businesses, final KeptParts parts, final Door door) {
        this.businesses = businesses;
        this.parts = parts;
        this.door = door;
    }

    void list(final Context ctx) {
        final Problems problems = new Problems();
        final Map<String, String> query = Requests.query(ctx, KNOWN, problems);
        final int limit = Paging.limit(query, problems);
        final Map<String, String> question = question(query, limit, problems);
        problems.orThrow();
        final List<Map<?, ?>> lines = new ArrayList<>();
        final Map<String, Object> waiting = new LinkedHashMap<>();
        for (final Business business : chosen(ctx, query)) {
            long count = 0;
            for (final Map<String, @Nullable Object> part : parts.ask(business, question, Requests.deadline(ctx))) {
                count += part.get("waiting") instanceof Number it ? it.longValue() : 0;
                if (part.get("items") instanceof List<?> items) {
                    items.forEach(it -> lines.add((Map<?, ?>) it));
                }
            }
            waiting.put(business.name(), count);
        }
        Replies.send(ctx, 200, Outcome.JSON, page(lines, limit, waiting));
    }

    void one(final Context ctx) {
        Requests.query(ctx, Set.of());
        final Business business = business(ctx.pathParam("id"));
        door.keeper(ctx, business);
        Replies.send(ctx, 200, Outcome.JSON, Json.of(find(ctx, business)));
    }

    /** The record of the id in the path, and in which partition it lies. */
    Map<String, @Nullable Object> find(final Context ctx, final Business business) {
        return at(ctx, business).getValue();
    }

    Map.Entry<Integer, Map<String, @Nullable Object>> at(final Context ctx, final Business business) {
        final String id = ctx.pathParam("id");
        int partition = 0;
        for (final Map<String, @Nullable Object> part :
                parts.ask(business, KeptParts.byId(id), Requests.deadline(ctx))) {
            if (!part.isEmpty()) {
                return Map.entry(partition, part);
            }
            partition++;
        }
        throw unknown(id);
    }

    /** Ids begin with the topic, and topics with the business. */
    Business business(final String id) {
        return businesses.stream()
                .filter(it -> id.startsWith(it.name() + "."))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static RefusedException unknown(final String id) {
        return new RefusedException(404, "NOT_FOUND", "There is no " + id + " in quarantine.");
    }

    private static byte[] page(final List<Map<?, ?>> lines, final int limit, final Map<String, Object> waiting) {
        lines.sort(Comparator.<Map<?, ?>, String>comparing(line -> String.valueOf(line.get("place")))
                .reversed());
        final List<Map<?, ?>> first = lines.subList(0, Math.min(limit, lines.size()));
        final String last =
                lines.size() > limit ? String.valueOf(first.getLast().get("place")) : null;
        return Json.bytes(json -> {
            json.writeStartObject();
            Values.field(
                    json, "items", first.stream().map(line -> line.get("item")).toList());
            json.writeStringProperty("next", last == null ? null : Cursor.of(last));
            Values.field(json, "waiting", waiting);
            json.writeEndObject();
        });
    }

    private static Map<String, String> question(
            final Map<String, String> query, final int limit, final Problems problems) {
        final Map<String, String> question = new LinkedHashMap<>();
        question.put(Paging.LIMIT, String.valueOf(limit + 1));
        final String after = Paging.after(query, problems);
        if (after != null) {
            question.put(Paging.AFTER, after);
        }
        final String desk = query.getOrDefault(KeptParts.DESK, query.getOrDefault(KEY, ""));
        if (!desk.isEmpty()) {
            question.put(KeptParts.DESK, desk);
        }
        final String state = query.get(KeptParts.STATE);
        if (state != null) {
            if (Arrays.stream(KeptState.values()).noneMatch(it -> it.name().equals(state))) {
                problems.add(KeptParts.STATE, "must be one of WAITING, RETRIED, DISCARDED");
            }
            question.put(KeptParts.STATE, state);
        }
        return question;
    }

    /** Who names no business gets what they may see; who names one is told if they may not. */
    private List<Business> chosen(final Context ctx, final Map<String, String> query) {
        final String name = query.get(BUSINESS);
        if (name == null) {
            final List<Business> kept =
                    businesses.stream().filter(it -> door.keeps(ctx, it)).toList();
            if (kept.isEmpty()) {
                door.keeper(ctx, businesses.getFirst());
            }
            return kept;
        }
        final List<Business> chosen =
                businesses.stream().filter(it -> it.name().equals(name)).toList();
        chosen.forEach(it -> door.keeper(ctx, it));
        if (chosen.isEmpty()) {
            throw new MalformedException(
                    BUSINESS,
                    "must be one of " + businesses.stream().map(Business::name).collect(Collectors.joining(", ")));
        }
        return chosen;
    }
}
