package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.http.Reads.Shown;
import io.millrace.api.json.Json;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Values;
import io.millrace.api.page.Cursor;
import io.millrace.backbone.Business;
import io.millrace.backbone.Tally;
import io.millrace.backbone.Token;
import io.millrace.backbone.page.Pages;
import io.millrace.backbone.page.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums per window, newest window first; coarser windows are added up from the finest. */
final class Tallied {

    private static final Map<String, Duration> PER =
            Map.of("5m", Tallies.WINDOW, "1h", Duration.ofHours(1), "1d", Duration.ofDays(1));
    private static final String HOW_WIDE = "per";
    private static final String DEFAULT = "1h";

    private record Line(Instant from, String key, Map<String, Long> sums, long seq) {
        String id() {
            return from.toEpochMilli() + "/" + key;
        }
    }

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::from).reversed().thenComparing(Line::key);

    private final Business business;
    private final Tally<?> tally;
    private final Reads reads;
    private final InstantSource clock;

    Tallied(final Business business, final Tally<?> tally, final Reads reads, final InstantSource clock) {
        this.business = business;
        this.tally = tally;
        this.reads = reads;
        this.clock = clock;
    }

    void list(final Context ctx) {
        final Problems problems = new Problems();
        Requests.desk(ctx, business, problems);
        final Map<String, String> query = Requests.query(ctx, Set.of(HOW_WIDE, Paging.LIMIT, Paging.AFTER), problems);
        final Duration per = per(query, problems);
        final int limit = Paging.limit(query, problems);
        final Line after = after(Paging.after(query, problems), problems);
        problems.orThrow();
        reads.desk(ctx, business, Sight.of(tally.access()), (pages, desk) -> {
            final List<Line> lines = lines(pages, desk, per).stream()
                    .filter(line -> after == null || ORDER.compare(line, after) > 0)
                    .sorted(ORDER)
                    .limit(limit + 1L)
                    .toList();
            return new Shown(
                    body(desk, lines, per, limit),
                    lines.stream().mapToLong(Line::seq).max().orElse(0));
        });
    }

    private List<Line> lines(final Pages pages, final String desk, final Duration per) {
        final Instant now = clock.instant();
        final Map<Instant, Map<String, Map<String, Long>>> sums = new TreeMap<>();
        final Map<Instant, Long> counted = new HashMap<>();
        for (final Pages.Window window :
                pages.sums(desk, tally, now.minus(Tallies.RETENTION), now.plus(Tallies.WINDOW))) {
            final Instant wide = floor(window.from(), per);
            counted.merge(wide, window.sums().getSeq(), Math::max);
            final var ofWindow = sums.computeIfAbsent(wide, _ -> new TreeMap<>());
            window.sums().getByKey().forEach((key, more) -> {
                final Map<String, Long> sum = ofWindow.computeIfAbsent(key, _ -> new TreeMap<>());
                more.forEach((name, amount) -> sum.merge(name, amount, Long::sum));
            });
        }
        final List<Line> lines = new ArrayList<>();
        sums.forEach((from, byKey) -> byKey.forEach((key, sum) -> {
            if (sum.values().stream().anyMatch(amount -> amount != 0)) {
                lines.add(new Line(from, key, sum, counted.getOrDefault(from, 0L)));
            }
        }));
        return lines;
    }

    private byte[] body(final String desk, final List<Line> lines, final Duration per, final int limit) {
        final boolean more = lines.size() > limit;
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeName("items");
            json.writeStartArray();
            for (final Line line : more ? lines.subList(0, limit) : lines) {
                json.writeStartObject();
                Values.field(json, "from", line.from());
                Values.field(json, "to", line.from().plus(per));
                Values.field(json, tally.key(), line.key());
                line.sums().forEach((name, sum) -> Values.field(json, name, sum));
                Values.field(json, "token", new Token(business.name(), desk, line.seq()).toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty(
                    "next", more ? Cursor.of(lines.get(limit - 1).id()) : null);
            json.writeEndObject();
        });
    }

    private static Instant floor(final Instant at, final Duration per) {
        return Instant.ofEpochMilli(at.toEpochMilli() - Math.floorMod(at.toEpochMilli(), per.toMillis()));
    }

    private static Duration per(final Map<String, String> query, final Problems problems) {
        final Duration per = PER.get(query.getOrDefault(HOW_WIDE, DEFAULT));
        if (per == null) {
            problems.add(HOW_WIDE, "must be one of 5m, 1h, 1d");
        }
        return per == null ? Tallies.WINDOW : per;
    }

    private static @Nullable Line after(final @Nullable String id, final Problems problems) {
        if (id == null) {
            return null;
        }
        final String[] place = id.split("/", 2);
        try {
            return new Line(Instant.ofEpochMilli(Long.parseLong(place[0])), place[1], new HashMap<>(), 0);
        } catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
            Paging.notAfter(problems);
            return null;
        }
    }
}
