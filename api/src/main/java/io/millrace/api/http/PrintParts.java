package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.generation.Print;
import io.millrace.api.generation.PrintSource;
import io.millrace.api.generation.Prints;
import io.millrace.api.generation.Seen;
import io.millrace.api.page.Patience;
import io.millrace.api.page.Reach;
import io.millrace.backbone.Business;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One generation's part in a partition, looked at wherever it is. */
final class PrintParts {

    private static final String STORE = "store";
    private static final String AFTER = "after";
    private static final String KEY = "key";
    private static final String DESK = "desk";
    private static final Set<String> KNOWN = Set.of(STORE, AFTER, KEY, DESK, Paging.LIMIT);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Business> businesses;
    private final PrintSource source;
    private final Relay relay;
    private final Patience patience;

    PrintParts(final List<Business> businesses, final PrintSource source, final Relay relay, final Patience patience) {
        this.businesses = businesses.stream().collect(Collectors.toMap(Business::name, it -> it));
        this.source = source;
        this.relay = relay;
        this.patience = patience;
    }

    int partitions() {
        return source.partitions();
    }

    /** What it answers, whichever instance has it. */
    Prints of(final Business business, final int generation, final int partition) {
        return new Prints() {
            @Override
            public List<Print> list(final String store, final String after, final int atMost) {
                final Map<String, String> question = new LinkedHashMap<>();
                question.put(STORE, store);
                question.put(AFTER, after);
                question.put(Paging.LIMIT, String.valueOf(atMost));
                return ask(business, generation, partition, question)
                        .get("items")
                        .valueStream()
                        .map(it -> MAPPER.treeToValue(it, Print.class))
                        .toList();
            }

            @Override
            public Seen one(final String store, final String key, final String desk) {
                final Map<String, String> question = Map.of(STORE, store, KEY, key, DESK, desk);
                return MAPPER.treeToValue(ask(business, generation, partition, question), Seen.class);
            }
        };
    }

    /** For the instance that compares. */
    void part(final Context ctx) {
        final Business business = businesses.get(ctx.pathParam("business"));
        if (business == null || Reach.now().filter(it -> it != Reach.ANYWHERE).isEmpty()) {
            throw new RefusedException(HttpProblem.notFound());
        }
        final Map<String, String> question = Requests.query(ctx, KNOWN);
        final int generation = Integer.parseInt(ctx.pathParam("generation"));
        final int partition = Integer.parseInt(ctx.pathParam("partition"));
        Replies.send(ctx, 200, Outcome.JSON, answer(business, generation, partition, question, Requests.deadline(ctx)));
    }

    private JsonNode ask(
            final Business business, final int generation, final int partition, final Map<String, String> question) {
        final String query = question.entrySet().stream()
                .map(it -> it.getKey() + "=" + Addresses.encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        final String path = "/pages/parts/" + business.name() + "/" + generation + "/" + partition + "?" + query;
        final long deadline = Patience.deadline(PATIENCE);
        return MAPPER.readTree(
                relay.part(path, deadline, () -> answer(business, generation, partition, question, deadline)));
    }

    private byte[] answer(
            final Business business,
            final int generation,
            final int partition,
            final Map<String, String> question,
            final long deadline) {
        final String store = question.getOrDefault(STORE, "");
        final String desk = question.get(DESK);
        return patience.read(deadline, () -> {
            final Prints prints = source.prints(business, generation, partition);
            if (desk != null) {
                return MAPPER.writeValueAsBytes(prints.one(store, question.getOrDefault(KEY, ""), desk));
            }
            final int limit = Integer.parseInt(question.getOrDefault(Paging.LIMIT, "1"));
            return MAPPER.writeValueAsBytes(
                    Map.of("items", prints.list(store, question.getOrDefault(AFTER, ""), limit)));
        });
    }
}
