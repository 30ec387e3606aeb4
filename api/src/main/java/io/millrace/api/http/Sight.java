package io.millrace.api.http;

import io.millrace.backbone.Access;
import io.millrace.backbone.Shelf;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody wants to see at a desk: a list, as far as the query narrows it down, or the one row of that id. */
public record Sight(
        Access access, @Nullable Shelf<?> shelf, @Nullable String id, Map<String, String> query) {

    static Sight of(final @Nullable Access access) {
        return list(access, Map.of());
    }

    static Sight list(final @Nullable Access access, final Map<String, String> query) {
        return new Sight(access == null ? Access.by() : access, null, null, query);
    }

    static Sight one(final @Nullable Access access, final Shelf<?> shelf, final String id) {
        return new Sight(access == null ? Access.by() : access, shelf, id, Map.of());
    }
}
