package io.millrace.backbone;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What values may be. A schema's field says which check it {@code is}; whoever lets a value in asks here. */
public final class Checks {

    public static final String PROPERTY = "is";

    /** A check by name: what it asks for, in words, and as a pattern or a range where it is one. */
    public record Check(String words, @Nullable String pattern, long min, long max, Predicate<Object> holds) {}

    private static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("id", text("[a-z0-9][a-z0-9-]{0,39}")),
            Map.entry("person", text("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")),
            Map.entry("name", text("[^\\u0000-\\u001f\\u007f]{1,100}")),
            Map.entry("place", text("[^\\u0000-\\u001f\\u007f]{1,200}")),
            Map.entry("quantity", range(1, 10_000)),
            Map.entry("stock", range(0, 1_000_000)),
            Map.entry("price", range(0, 10_000_000)),
            Map.entry("money", range(1, 1_000_000_000_000L)),
            Map.entry("deposit", range(0, 1_000_000_000_000L)),
            Map.entry("nothing", new Check("0, or left out", null, 0, 0, v -> v instanceof Long n && n == 0)),
            Map.entry("few", range(1, 1_000)),
            Map.entry("number", range(1, 1_000_000_000_000L)),
            Map.entry("ordinal", text("[1-9][0-9]{0,11}")),
            Map.entry("lines", size(1, 100)),
            Map.entry("duration", words("a duration such as PT10M, from PT1S to P30D", Checks::isDuration)),
            Map.entry("timezone", words("a time zone such as Asia/Seoul", Checks::isZone)));

    private Checks() {}

    public static Optional<Check> of(final Schema.Field field) {
        final String name = field.getProp(PROPERTY);
        return name == null
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(CHECKS.get(name), () -> field.name() + " is " + name + "?"));
    }

    static boolean known(final String name) {
        return CHECKS.containsKey(name);
    }

    static String names() {
        return String.join(", ", new TreeSet<>(CHECKS.keySet()));
    }

    public static Check named(final String name) {
        return Objects.requireNonNull(CHECKS.get(name), name);
    }

    /** What is wrong with a record, field by field; nothing: an empty list. */
    public static List<Problem> problems(final SpecificRecord record) {
        final List<Problem> problems = new ArrayList<>();
        collect(record, "", problems);
        return problems;
    }

    public record Problem(String field, String detail) {}

    private static void collect(final SpecificRecord record, final String path, final List<Problem> problems) {
        for (final Schema.Field field : record.getSchema().getFields()) {
            final Object value = record.get(field.pos());
            final String name = path + field.name();
            if (value == null) {
                continue;
            }
            of(field)
                    .filter(check -> !check.holds().test(value))
                    .ifPresent(check -> problems.add(new Problem(name, "must be " + check.words())));
            if (value instanceof SpecificRecord inner) {
                collect(inner, name + ".", problems);
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof SpecificRecord inner) {
                        collect(inner, name + "[" + i + "].", problems);
                    }
                }
            }
        }
    }

    private static Check text(final String pattern) {
        final Predicate<String> matches =
                java.util.regex.Pattern.compile(pattern).asMatchPredicate();
        return new Check("text of the form " + pattern, pattern, 0, 0, v -> v instanceof String s && matches.test(s));
    }

    private static Check range(final long min, final long max) {
        return new Check(
                "a whole number from " + min + " to " + max,
                null,
                min,
                max,
                v -> v instanceof Number n && n.longValue() >= min && n.longValue() <= max);
    }

    private static Check size(final int min, final int max) {
        return new Check(
                "a list of " + min + " to " + max,
                null,
                min,
                max,
                v -> v instanceof List<?> l && l.size() >= min && l.size() <= max);
    }

    private static Check words(final String words, final Predicate<String> holds) {
        return new Check(words, null, 0, 0, v -> v instanceof String s && holds.test(s));
    }

    private static boolean isDuration(final String text) {
        try {
            final Duration duration = Duration.parse(text);
            return duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(Duration.ofDays(30)) <= 0;
        } catch (final DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isZone(final String text) {
        return ZoneId.getAvailableZoneIds().contains(text);
    }
}
