package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Sent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which generation is to be shown: the newest, if it isn't said; and whether what differs is meant to. */
record SwapBody(@Nullable Integer generation, boolean back, boolean accept) {

    private static final String GENERATION = "generation";
    private static final String BACK = "back";
    private static final String ACCEPT = "accept";
    private static final int LARGEST = 1_000_000;

    /** A body may be left out. */
    static SwapBody of(final Context ctx) {
        final Problems problems = new Problems();
        final Map<String, @Nullable Object> sent = sent(ctx, Set.of(GENERATION, BACK, ACCEPT), problems);
        Integer generation = null;
        if (sent.get(GENERATION) instanceof Long it && it > 0 && it < LARGEST) {
            generation = it.intValue();
        } else if (sent.get(GENERATION) != null) {
            problems.add(GENERATION, "must be the number of a generation");
        }
        final SwapBody wanted = new SwapBody(generation, flag(sent, BACK, problems), flag(sent, ACCEPT, problems));
        if (wanted.back() && generation != null) {
            problems.add(GENERATION, "can't be said with back");
        }
        problems.orThrow();
        return wanted;
    }

    /** Nothing is to be said, and an empty object says nothing. */
    static void none(final Context ctx) {
        final Problems problems = new Problems();
        sent(ctx, Set.of(), problems);
        problems.orThrow();
    }

    private static Map<String, @Nullable Object> sent(
            final Context ctx, final Set<String> known, final Problems problems) {
        Requests.query(ctx, Set.of());
        if (ctx.req().getContentLengthLong() <= 0) {
            return Map.of();
        }
        final Map<String, @Nullable Object> sent = Sent.object(Requests.body(ctx), problems);
        sent.keySet().stream().filter(it -> !known.contains(it)).forEach(it -> problems.add(it, "is unknown"));
        return sent;
    }

    private static boolean flag(final Map<String, @Nullable Object> sent, final String name, final Problems problems) {
        final Object value = sent.get(name);
        if (value != null && !(value instanceof Boolean)) {
            problems.add(name, "must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }
}
