package io.millrace.backbone;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page that is more than a list of rows: made of a desk's rows (or a person's) when it is asked for. */
public record View(String path, Maker maker, @Nullable Access access) {

    public static View of(final String path, final Maker maker) {
        return new View(path, maker, null);
    }

    public View seenBy(final Access who) {
        return new View(path, maker, who);
    }

    @FunctionalInterface
    public interface Maker {
        /**
         * What the page shows, by name; {@code now} is when. {@code query} is what was asked along, and was checked: the
         * {@code limit}, and of a desk's page {@code after} whose id to go on. Whose id that will be next time, the page
         * says as {@code next}.
         */
        Map<String, Object> make(String whose, PageRows rows, Map<String, String> query, Instant now);
    }
}
