package io.millrace.backbone.topics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One topic: what is in it, how long it stays, who may write it. All are keyed by the desk's id, but for those by
 * person. {@code value} is null where records are kept as they came.
 */
public record Topic(
        String name, @Nullable Class<? extends SpecificRecord> value, Keyed keyed, Keep keep, Set<String> writers) {

    public static final int LARGEST_KEPT = 4 * 1024 * 1024;

    public enum Keyed {
        BY_DESK,
        BY_PERSON,
        /** {@code business/desk}, where all businesses share a topic. */
        BY_BUSINESS_DESK,
        BY_BUSINESS
    }

    /** How long records stay. */
    public enum Keep {
        /** Until the next record of that key: what is replaced is forgotten. */
        LATEST(Duration.ofMillis(-1)),
        /** As long as the log: nothing is ever thrown away. */
        FOREVER(Duration.ofMillis(-1)),
        /** Long enough to look into what happened. */
        MONTH(Duration.ofDays(30)),
        /** Long enough to be worked off after a bad weekend. */
        WEEK(Duration.ofDays(7));

        private final Duration retention;

        Keep(final Duration retention) {
            this.retention = retention;
        }
    }

    /** What the broker is told, and held to at start. */
    public Map<String, String> settings() {
        final Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", keep == Keep.LATEST ? "compact" : "delete");
        settings.put("retention.ms", Long.toString(keep.retention.toMillis()));
        settings.put("retention.bytes", "-1");
        if (value == null) {
            // a record that its topic just took is kept whole, with all that is said of it
            settings.put("max.message.bytes", Integer.toString(LARGEST_KEPT));
        }
        // rules go by the broker's time: a sender's clock can be wrong by hours
        settings.put("message.timestamp.type", stamped() ? "LogAppendTime" : "CreateTime");
        return settings;
    }

    private boolean stamped() {
        return writers.stream().anyMatch(writer -> !writer.equals(Catalogue.BACKBONE)) || name.endsWith(".alarms");
    }
}
