package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.command.BusyException;
import io.millrace.api.generation.BehindException;
import io.millrace.api.generation.Comparison;
import io.millrace.api.generation.Difference;
import io.millrace.api.generation.Life;
import io.millrace.api.generation.Lineage;
import io.millrace.api.generation.Lineages;
import io.millrace.api.generation.StoredPrints;
import io.millrace.api.generation.Upkeep;
import io.millrace.api.json.Json;
import io.millrace.api.page.Patience;
import io.millrace.backbone.Business;
import io.millrace.backbone.page.Generation;
import io.millrace.backbone.stream.Voice;
import io.millrace.schemas.GenerationStep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Pages made anew beside those that are shown: begun, compared with them, shown instead of them, done away with. */
final class Rebuilt {

    private static final String BUSINESS = "business";
    private static final String GENERATION = "generation";
    private static final Duration TO_CATCH_UP = Duration.ofSeconds(8);
    private static final Duration TO_REMOVE = Duration.ofSeconds(20);

    private final List<Business> businesses;
    private final Lineages lineages;
    private final PrintParts prints;
    private final Upkeep upkeep;
    private final Door door;
    private final Semaphore comparing = new Semaphore(1);

    Rebuilt(
            final List<Business> businesses,
            final Lineages lineages,
            final PrintParts prints,
            final Upkeep upkeep,
            final Door door) {
        this.businesses = businesses;
        this.lineages = lineages;
        this.prints = prints;
        this.upkeep = upkeep;
        this.door = door;
    }

    void list(final Context ctx) {
        final String only = Requests.query(ctx, Set.of(BUSINESS)).get(BUSINESS);
        final List<Map<String, Object>> items = businesses.stream()
                .filter(it -> only == null || it.name().equals(only))
                .map(this::told)
                .toList();
        if (items.isEmpty()) {
            throw new RefusedException(HttpProblem.notFound());
        }
        Replies.send(ctx, 200, Outcome.JSON, Json.of(Map.of("items", items)));
    }

    /** Begun once per key; what came of it is in the list. */
    void rebuild(final Context ctx) {
        final Business business = business(ctx);
        final String by = door.keeper(ctx, business);
        final String key = Requests.key(ctx);
        SwapBody.none(ctx);
        final Lineage before = lineages.of(business);
        if (by(before, key) == null) {
            final int next = before.next();
            if (!before.fits(GenerationStep.REBUILD, next)) {
                throw wrong("Another one is being made, or too many are kept: swap, or do away with one first.");
            }
            lineages.decide(business, GenerationStep.REBUILD, next, key, by);
        }
        final Life begun = by(lineages.of(business), key);
        if (begun == null) {
            throw wrong("Somebody else was quicker.");
        }
        ctx.header("Location", "/pages?business=" + business.name());
        Replies.send(
                ctx,
                201,
                Outcome.JSON,
                Json.of(Map.of(BUSINESS, business.name(), GENERATION, begun.number(), "since", begun.since())));
    }

    void compare(final Context ctx) {
        Requests.query(ctx, Set.of());
        final Business business = business(ctx);
        door.keeper(ctx, business);
        final Lineage lineage = lineages.of(business);
        final int other = newest(lineage);
        final Comparison.Report report = compared(business, lineage.serving(), other, true);
        Replies.send(ctx, 200, Outcome.JSON, Json.of(told(business, lineage.serving(), other, report)));
    }

    void swap(final Context ctx) {
        final Business business = business(ctx);
        final String by = door.keeper(ctx, business);
        final String key = Requests.key(ctx);
        final SwapBody wanted = SwapBody.of(ctx);
        if (turn(lineages.of(business), key) == null) {
            final Lineage lineage = lineages.of(business);
            final int next = wanted.back()
                    ? lineage.before().orElseThrow(() -> wrong("None that was shown before is kept."))
                    : wanted.generation() == null ? newest(lineage) : wanted.generation();
            if (!lineage.fits(GenerationStep.SWAP, next)) {
                throw wrong("Generation " + next + " is shown already, or there is none.");
            }
            final Comparison.Report report =
                    compared(business, lineage.serving(), next, !wanted.back() && !wanted.accept());
            if (!report.same()) {
                throw new RefusedException(new HttpProblem(
                        409,
                        "DIFFERENT",
                        "They don't show the same. Look at what is different; \"accept\":true swaps all the same.",
                        Map.of("differences", differences(report)),
                        List.of()));
            }
            lineages.decide(business, GenerationStep.SWAP, next, key, by);
        }
        final Lineage.Turn taken = turn(lineages.of(business), key);
        if (taken == null) {
            throw wrong("Somebody else was quicker.");
        }
        Replies.send(
                ctx,
                200,
                Outcome.JSON,
                Json.of(Map.of(BUSINESS, business.name(), "shown", taken.number(), "since", taken.at())));
    }

    /** What it has in Kafka goes when all instances have left it; asked again, what is left of it goes. */
    void clean(final Context ctx) {
        Requests.query(ctx, Set.of());
        final Business business = business(ctx);
        final String by = door.keeper(ctx, business);
        final String key = Requests.key(ctx);
        final int number = number(ctx);
        final Lineage lineage = lineages.of(business);
        if (!lineage.lives().containsKey(number)) {
            throw new RefusedException(HttpProblem.notFound());
        }
        if (lineage.lives(number)) {
            if (!lineage.fits(GenerationStep.CLEAN, number)) {
                throw wrong("Generation " + number + " is the one that is shown.");
            }
            lineages.decide(business, GenerationStep.CLEAN, number, key, by);
        }
        if (lineages.of(business).lives(number)) {
            throw wrong("Somebody else was quicker.");
        }
        final boolean removed = upkeep.remove(generation(business, number), Patience.deadline(TO_REMOVE));
        ctx.status(removed ? 204 : 202);
    }

    private Comparison.Report compared(
            final Business business, final int shown, final int other, final boolean rowByRow) {
        if (!comparing.tryAcquire()) {
            throw new BusyException("Another comparison is under way.");
        }
        try {
            final Comparison comparison = new Comparison(
                    it -> prints.of(business, shown, it),
                    it -> prints.of(business, other, it),
                    prints.partitions(),
                    TO_CATCH_UP);
            return comparison.run(rowByRow ? StoredPrints.stores(business) : List.of());
        } catch (final BehindException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } finally {
            comparing.release();
        }
    }

    /** The newest that isn't shown. */
    private static int newest(final Lineage lineage) {
        return lineage.living().stream()
                .map(Life::number)
                .filter(it -> it != lineage.serving())
                .max(Integer::compare)
                .orElseThrow(() -> wrong("There is no other than the one that is shown: rebuild first."));
    }

    private static @Nullable Life by(final Lineage lineage, final String key) {
        return lineage.lives().values().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static Lineage.@Nullable Turn turn(final Lineage lineage, final String key) {
        return lineage.turns().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> told(final Business business) {
        final Lineage lineage = lineages.of(business);
        final Map<String, Object> told = new LinkedHashMap<>();
        told.put(BUSINESS, business.name());
        told.put("shown", lineage.serving());
        told.put(
                "generations",
                lineage.living().stream().map(it -> told(business, it)).toList());
        return told;
    }

    private Map<String, Object> told(final Business business, final Life life) {
        final Generation generation = generation(business, life.number());
        final Map<String, Object> told = new LinkedHashMap<>();
        told.put(GENERATION, life.number());
        told.put("state", life.state());
        told.put("application", generation.application());
        told.put("since", life.since());
        if (life.by() != null) {
            told.put("by", life.by());
        }
        final OptionalLong waiting = upkeep.waiting(generation, prints.partitions());
        if (waiting.isPresent()) {
            told.put("waiting", waiting.getAsLong());
        }
        return told;
    }

    private static Map<String, Object> told(
            final Business business, final int shown, final int other, final Comparison.Report report) {
        final Map<String, Object> told = new LinkedHashMap<>();
        told.put(BUSINESS, business.name());
        told.put("shown", shown);
        told.put("compared", other);
        told.put("desks", report.desks());
        told.put("rows", report.rows());
        told.put("same", report.same());
        told.put("differences", differences(report));
        return told;
    }

    private static List<Map<String, Object>> differences(final Comparison.Report report) {
        return report.differences().stream().map(Difference::told).toList();
    }

    private static Generation generation(final Business business, final int number) {
        return new Generation(business, number, Voice.ALONE);
    }

    private Business business(final Context ctx) {
        final String name = ctx.pathParam(BUSINESS);
        return businesses.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(HttpProblem.notFound()));
    }

    private static int number(final Context ctx) {
        try {
            return Integer.parseInt(ctx.pathParam(GENERATION));
        } catch (final NumberFormatException e) {
            throw new RefusedException(HttpProblem.notFound());
        }
    }

    private static RefusedException wrong(final String detail) {
        return new RefusedException(409, "WRONG_STATE", detail);
    }
}
