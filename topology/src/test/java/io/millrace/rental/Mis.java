package io.millrace.rental;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a MIS page as a client does: by name. */
final class Mis {

    private Mis() {}

    static List<Map<?, ?>> rows(final Map<String, Object> page, final String table) {
        return ((List<?>) Objects.requireNonNull(page.get(table), table))
                .stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }

    static List<Object> column(final Map<String, Object> page, final String table, final String name) {
        return rows(page, table).stream()
                .<Object>map(row -> Objects.requireNonNull(row.get(name), name))
                .toList();
    }
}
