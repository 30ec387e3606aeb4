package io.millrace.api.http;

import io.millrace.api.json.Problems;
import io.millrace.api.page.Cursor;
import io.millrace.backbone.Personal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lists are asked for: how many, from where, as of when. */
final class Paging {

    static final String LIMIT = Personal.LIMIT;
    static final String AFTER = "after";
    static final String AT = "at";
    static final int DEFAULT = 50;
    static final int MOST = 200;

    /** Years of four digits: what is beyond can't be asked of a store. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Paging() {}

    static int limit(final Map<String, String> query, final Problems problems) {
        final String given = query.get(LIMIT);
        if (given == null) {
            return DEFAULT;
        }
        try {
            final int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (final NumberFormatException e) {
            // told below
        }
        problems.add(LIMIT, "must be a whole number from 1 to " + MOST);
        return DEFAULT;
    }

    /** After whose id it goes on. */
    static @Nullable String after(final Map<String, String> query, final Problems problems) {
        final String given = query.get(AFTER);
        final String id = given == null ? null : Cursor.id(given).orElse(null);
        if (given != null && id == null) {
            notAfter(problems);
        }
        return id;
    }

    static void notAfter(final Problems problems) {
        problems.add(AFTER, "must be the next of the list before");
    }

    static @Nullable Instant at(final Map<String, String> query, final Problems problems) {
        final String given = query.get(AT);
        try {
            final Instant at = given == null ? null : Instant.parse(given);
            if (at == null || !at.isBefore(FIRST) && !at.isAfter(LAST)) {
                return at;
            }
        } catch (final DateTimeParseException e) {
            // said below
        }
        problems.add(AT, "must be a time such as 2026-01-31T09:00:00Z");
        return null;
    }
}
