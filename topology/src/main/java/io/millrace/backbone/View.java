package io.millrace.backbone;

import java.time.Instant;
import java.util.Map;

/** A page that is more than a list of rows: made of a desk's rows (or a person's) when it is asked for. */
public record View(String path, Maker maker) {

    @FunctionalInterface
    public interface Maker {
        /** What the page shows, by name; {@code query} is what was asked along, {@code now} is when. */
        Map<String, Object> make(String whose, PageRows rows, Map<String, String> query, Instant now);
    }
}
