package io.millrace.infra.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every query of the dashboard and of the alarms, by where it stands. */
public final class Queries {

    static final Path FOLDER = Path.of(System.getProperty("millrace.root", ".."), "infra", "observability");
    static final Path ALERTS = FOLDER.resolve("alerts.yml");
    private static final Pattern ALERT =
            Pattern.compile("- alert: (\\w+)\\n\\s+expr: (.*)\\n(?:\\s+\\w+: .*\\n)*?\\s+annotations:\\n"
                    + "\\s+summary: .*\\n\\s+runbook: (\\S+)");

    /** What somebody who is not there, or what has gone wrong, makes: a healthy instance has none of it. */
    private static final Pattern OF_PROMETHEUS = Pattern.compile("\\bup\\{");

    private static final Map<String, String> ONLY_IN_TROUBLE =
            Map.of("{outcome=~\"busy|not-taken|late\"}", "", "{status=\"500\"}", "", "{state=\"FAILED\"}", "");

    record Alert(String name, String query, String runbook) {}

    private Queries() {}

    static List<Alert> alerts() throws IOException {
        return ALERT.matcher(Files.readString(ALERTS))
                .results()
                .map(it -> new Alert(it.group(1), it.group(2), it.group(3)))
                .toList();
    }

    static Map<String, String> all() throws IOException {
        final Map<String, String> all = new TreeMap<>();
        final JsonNode dashboard = JsonMapper.builder()
                .build()
                .readTree(FOLDER.resolve("dashboard.json").toFile());
        for (final JsonNode panel : dashboard.at("/panels")) {
            for (final JsonNode target : panel.at("/targets")) {
                all.put(
                        panel.at("/title").asString() + " "
                                + target.at("/refId").asString(),
                        target.at("/expr").asString());
            }
        }
        for (final Alert alert : alerts()) {
            if (!OF_PROMETHEUS.matcher(alert.query()).find()) {
                all.put(alert.name(), alert.query());
            }
        }
        return all;
    }

    /** Queries that such a scrape doesn't answer, with what they miss. */
    public static Map<String, List<String>> unanswered(final String metrics) throws IOException {
        final Scrape scrape = new Scrape(metrics);
        return all().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> scrape.missing(healthy(it.getValue()))))
                .entrySet()
                .stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String healthy(final String query) {
        String asked = query;
        for (final Map.Entry<String, String> trouble : ONLY_IN_TROUBLE.entrySet()) {
            asked = asked.replace(trouble.getKey(), trouble.getValue());
        }
        return asked;
    }
}
