package io.millrace.infra.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an instance tells of itself, and whether a query would find something there. */
public final class Scrape {

    private static final Pattern SERIES = Pattern.compile("^(\\w+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ASKED =
            Pattern.compile("\\b([a-z][a-z0-9]*(?:_[a-z0-9]+)+)\\b(?:\\{([^}]*)})?(?!\\s*\\()");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!=|!~|=)\"([^\"]*)\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");

    /** Prometheus adds these itself. */
    private static final Set<String> ADDED = Set.of("instance", "job");

    private record Series(String name, Map<String, String> labels) {}

    private final List<Series> all = new ArrayList<>();

    public Scrape(final String text) {
        for (final Matcher line = SERIES.matcher(text); line.find(); ) {
            final Map<String, String> labels = new HashMap<>();
            if (line.group(2) != null) {
                LABEL.matcher(line.group(2)).results().forEach(it -> labels.put(it.group(1), it.group(2)));
            }
            all.add(new Series(line.group(1), labels));
        }
    }

    /** What a query asks for and nobody tells; nothing if it is answered. */
    public List<String> missing(final String query) {
        final List<String> missing = new ArrayList<>();
        final String bare = GROUPED.matcher(query).replaceAll(" ").replaceAll("\\$\\w+", ".*");
        final List<String> groups = GROUPED.matcher(query)
                .results()
                .flatMap(it -> List.of(it.group(1).split(",\\s*")).stream())
                .filter(it -> !ADDED.contains(it))
                .toList();
        boolean asks = false;
        for (final Matcher asked = ASKED.matcher(bare); asked.find(); ) {
            asks = true;
            final List<Series> found = all.stream()
                    .filter(it -> it.name().equals(asked.group(1)) && fits(it, asked.group(2)))
                    .toList();
            if (found.isEmpty()) {
                missing.add(asked.group());
            } else {
                groups.stream()
                        .filter(label ->
                                found.stream().noneMatch(it -> it.labels().containsKey(label)))
                        .forEach(label -> missing.add(asked.group(1) + " has no " + label));
            }
        }
        return asks ? missing : List.of("asks for nothing: " + query);
    }

    private static boolean fits(final Series series, final @Nullable String matchers) {
        return matchers == null
                || MATCHER.matcher(matchers)
                        .results()
                        .filter(it -> !ADDED.contains(it.group(1)))
                        .allMatch(it -> fits(series.labels().getOrDefault(it.group(1), ""), it.group(2), it.group(3)));
    }

    private static boolean fits(final String value, final String how, final String wanted) {
        return switch (how) {
            case "=" -> value.equals(wanted);
            case "!=" -> !value.equals(wanted);
            case "=~" -> value.matches(wanted);
            default -> !value.matches(wanted);
        };
    }
}
