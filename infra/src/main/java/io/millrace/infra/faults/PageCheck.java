package io.millrace.infra.faults;

import io.millrace.api.json.Json;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every list that the façade shows against the books as they must be. */
final class PageCheck {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Business business;
    private final Resources resources;
    private final Findings findings;
    private final List<Caller> callers;
    private int turn;

    PageCheck(final Business business, final Findings findings, final List<Caller> callers) {
        this.business = business;
        this.resources = new Resources(business);
        this.findings = findings;
        this.callers = callers;
    }

    /** How many rows were compared; the instances are asked in turn. */
    long check(final MemoryBooks books, final Script script, final Cast cast) throws IOException {
        final Set<String> desks = new TreeSet<>();
        books.rows().keySet().forEach(key -> desks.add(key.substring(0, key.indexOf('/'))));
        long rows = 0;
        if (script.secret()) {
            // what nobody owns nobody may see
            desks.removeIf(desk -> !cast.knows(desk));
        }
        for (final String desk : desks) {
            for (final Listing<?> listing : business.listings()) {
                if (listing.shelf() != Pushes.SHELF) {
                    final List<JsonNode> expected = expected(books, desk, listing);
                    compare(desk, listing, expected, shown(desk, listing, cast.reading(script, desk)));
                    rows += expected.size();
                }
            }
        }
        return rows;
    }

    void compare(
            final String desk, final Listing<?> listing, final List<JsonNode> expected, final List<JsonNode> shown) {
        final String page = resources.desk(desk) + "/" + listing.path();
        if (expected.size() != shown.size()) {
            findings.add(Sort.PAGE, page + " shows " + shown.size() + " rows, and should " + expected.size());
            return;
        }
        for (int n = 0; n < expected.size(); n++) {
            final JsonNode row = shown.get(n);
            final boolean same = expected.get(n).properties().stream()
                    .allMatch(field -> field.getValue().equals(row.get(field.getKey())));
            if (!same) {
                findings.add(Sort.PAGE, page + " shows " + row + ", and should " + expected.get(n));
            }
        }
    }

    private List<JsonNode> expected(final MemoryBooks books, final String desk, final Listing<?> listing) {
        final String from = desk + "/" + listing.shelf().name() + "/";
        final SortedMap<String, SpecificRecord> rows = books.rows().subMap(from, from + Character.MAX_VALUE);
        final List<JsonNode> expected = new ArrayList<>();
        rows.values().forEach(value -> {
            final Object view = Resources.view(listing, value);
            if (view != null) {
                expected.add(MAPPER.readTree(Json.bytes(json -> resources.write(json, desk, view, null, null))));
            }
        });
        return Resources.newestFirst(listing) ? expected.reversed() : expected;
    }

    private List<JsonNode> shown(final String desk, final Listing<?> listing, final String[] proof) throws IOException {
        final Caller caller = callers.get(turn++ % callers.size());
        final List<JsonNode> shown = new ArrayList<>();
        String next = "";
        while (next != null) {
            final String path = resources.desk(desk) + "/" + listing.path() + "?limit=200"
                    + (next.isEmpty() ? "" : "&after=" + next);
            final Answer answer = caller.get(path, proof);
            if (answer.status() != 200) {
                findings.add(Sort.PAGE, path + " answers " + answer.status());
                return shown;
            }
            final JsonNode page = MAPPER.readTree(answer.body());
            page.get("items").forEach(shown::add);
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return shown;
    }
}
