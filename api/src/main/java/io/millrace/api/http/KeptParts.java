package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Json;
import io.millrace.api.page.KeptSource;
import io.millrace.api.page.Patience;
import io.millrace.api.page.Reach;
import io.millrace.backbone.Business;
import io.millrace.backbone.quarantine.KeptPage;
import io.millrace.schemas.Kept;
import io.millrace.schemas.KeptState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One partition's part of the quarantine, asked of the instance that has it. */
final class KeptParts {

    static final String DESK = "desk";
    static final String STATE = "state";
    private static final String ID = "id";
    private static final String KEY = "key";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final Set<String> KNOWN = Set.of(DESK, STATE, ID, KEY, Paging.LIMIT, Paging.AFTER);

    private final Map<String, Business> businesses;
    private final KeptSource source;
    private final Relay relay;
    private final Patience patience;

    KeptParts(final List<Business> businesses, final KeptSource source, final Relay relay, final Patience patience) {
        this.businesses = businesses.stream().collect(Collectors.toMap(Business::name, it -> it));
        this.source = source;
        this.relay = relay;
        this.patience = patience;
    }

    /** What one part answers to each question, by partition. */
    List<Map<String, @Nullable Object>> ask(
            final Business business, final Map<String, String> question, final long deadline) {
        final String query = question.entrySet().stream()
                .map(it -> it.getKey() + "=" + Addresses.encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        final List<Map<String, @Nullable Object>> parts = new ArrayList<>();
        for (int partition = 0; partition < source.partitions(); partition++) {
            final int it = partition;
            final String path = "/quarantine/parts/" + business.name() + "/" + it + "?" + query;
            parts.add(MAPPER.readValue(
                    relay.part(path, deadline, () -> answer(business, it, question, deadline)), OBJECT));
        }
        return parts;
    }

    /** For the instance that gathers. */
    void part(final Context ctx) {
        final Business business = businesses.get(ctx.pathParam("business"));
        if (business == null || Reach.now().filter(it -> it != Reach.ANYWHERE).isEmpty()) {
            throw new RefusedException(HttpProblem.notFound());
        }
        final int partition = Integer.parseInt(ctx.pathParam("partition"));
        final Map<String, String> question = Requests.query(ctx, KNOWN);
        Replies.send(ctx, 200, Outcome.JSON, answer(business, partition, question, Requests.deadline(ctx)));
    }

    static Map<String, String> byId(final String id) {
        return Map.of(ID, id);
    }

    static Map<String, String> byKey(final String key) {
        return Map.of(KEY, key);
    }

    private byte[] answer(
            final Business business, final int partition, final Map<String, String> question, final long deadline) {
        return patience.read(deadline, () -> {
            final KeptPage page = source.kept(business, partition);
            final String id = question.get(ID);
            final String key = question.get(KEY);
            if (id != null) {
                return found(page, id, kept -> KeptJson.whole(business, page, kept));
            }
            if (key != null) {
                return page.done(key).map(KeptJson::act).map(Json::of).orElse(Json.of(Map.of()));
            }
            return list(business, page, question);
        });
    }

    private static byte[] found(
            final KeptPage page, final String id, final Function<Kept, Map<String, @Nullable Object>> shown) {
        return page.find(id).map(shown).map(Json::of).orElse(Json.of(Map.of()));
    }

    private static byte[] list(final Business business, final KeptPage page, final Map<String, String> question) {
        final List<Object> items = new ArrayList<>();
        for (final Kept kept : page.newest(
                question.get(Paging.AFTER),
                Integer.parseInt(question.getOrDefault(Paging.LIMIT, "1")),
                wanted(question))) {
            final Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("place", KeptPage.place(kept));
            line.put("item", KeptJson.line(business, kept));
            items.add(line);
        }
        return Json.of(Map.of("items", items, "waiting", page.waiting()));
    }

    private static Predicate<Kept> wanted(final Map<String, String> question) {
        final String desk = question.get(DESK);
        final String state = question.get(STATE);
        return kept -> (desk == null || desk.equals(KeptPage.key(kept)))
                && (state == null || KeptState.valueOf(state) == kept.getState());
    }
}
