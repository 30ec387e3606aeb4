package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.Json;
import io.millrace.api.json.Problems;
import io.millrace.api.page.NotThereException;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Token;
import io.millrace.backbone.page.Pages;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody's own page, over all desks. Its token is that of every desk that can be seen on it. */
final class Persons {

    /** Tokens travel in a header, so that there can't be any number of them. */
    private static final int TOKENS = 32;

    private final Business business;
    private final Personal personal;
    private final Resources resources;
    private final Reads reads;
    private final Door door;
    private final InstantSource clock;

    Persons(
            final Business business,
            final Personal personal,
            final Resources resources,
            final Reads reads,
            final Door door,
            final InstantSource clock) {
        this.business = business;
        this.personal = personal;
        this.resources = resources;
        this.reads = reads;
        this.door = door;
        this.clock = clock;
    }

    void show(final Context ctx) {
        final Problems problems = new Problems();
        final String person = Requests.checked(ctx.pathParam("id"), personal.word(), Checks.named("person"), problems);
        final Map<String, String> query = Requests.query(ctx, Set.of(Paging.LIMIT, Paging.AFTER), problems);
        Paging.limit(query, problems);
        final Map<String, String> from = from(query, problems);
        problems.orThrow();
        door.person(ctx, business, person);
        final Map<String, Long> wanted = wanted(Requests.tokens(ctx));
        final long deadline = Requests.deadline(ctx);
        final byte[] body = reads.patience().read(deadline, () -> {
            if (!wanted.isEmpty() && !reads.patience().until(deadline, () -> has(person, wanted))) {
                throw new NotThereException("The page is not that far yet.");
            }
            reads.answered()
                    .of(business, personal, person)
                    .ifPresent(it ->
                            reads.patience().courteously(deadline, () -> has(person, Map.of(it.desk(), it.seq()))));
            final Onward onward = new Onward(reads.pages(business).person(personal, person), from);
            final SeenRows rows = new SeenRows(onward);
            final Map<String, Object> page =
                    new LinkedHashMap<>(personal.view().make(person, rows, query, clock.instant()));
            if (onward.listed()) {
                page.put("next", onward.next());
            }
            final String token = token(rows.seen(), wanted);
            if (!token.isEmpty()) {
                ctx.header(Requests.TOKEN, token);
            }
            return Json.bytes(json -> resources.page(json, page));
        });
        Replies.send(ctx, 200, Outcome.JSON, body);
    }

    /** Where each list of the page begins: where that of the page before ended. */
    private Map<String, String> from(final Map<String, String> query, final Problems problems) {
        final String after = Paging.after(query, problems);
        if (after == null) {
            return Map.of();
        }
        final Optional<Map<String, String>> places = Onward.places(personal, after);
        if (places.isEmpty()) {
            Paging.notAfter(problems);
        }
        return places.orElse(Map.of());
    }

    private Map<String, Long> wanted(final List<Token> tokens) {
        final Map<String, Long> wanted = new LinkedHashMap<>();
        for (final Token token : tokens) {
            if (token.business().equals(business.name())) {
                wanted.merge(token.desk(), token.seq(), Math::max);
            }
        }
        return wanted;
    }

    private boolean has(final String person, final Map<String, Long> wanted) {
        final Pages pages = reads.pages(business);
        return wanted.entrySet().stream()
                .allMatch(place -> pages.appliedFor(personal, person, place.getKey()) >= place.getValue());
    }

    /** What was waited for comes first: it must not be the part that is left out. */
    private String token(final Map<String, Long> seen, final Map<String, Long> waitedFor) {
        final Map<String, Long> places = new LinkedHashMap<>(waitedFor);
        seen.forEach((desk, seq) -> places.merge(desk, seq, Math::max));
        final List<Token> tokens = new ArrayList<>();
        places.forEach((desk, seq) -> {
            if (tokens.size() < TOKENS) {
                tokens.add(new Token(business.name(), desk, seq));
            }
        });
        return Token.text(tokens);
    }
}
