package io.millrace.infra.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and the alarms are well-formed, and each alarm says what to do. */
class ObservabilityTest {

    private static final String METRICS = """
            # HELP millrace_commands_total what became of them
            millrace_commands_total{business="cafe",outcome="accepted"} 3.0
            process_cpu_usage 0.5
            """;

    @Test
    void shouldTellAQueryThatIsAnsweredFromOneThatIsNot() {
        final Scrape scrape = new Scrape(METRICS);
        assertThat(scrape.missing("sum by (outcome) (rate(millrace_commands_total{business=~\"$business\"}[5m]))"))
                .isEmpty();
        assertThat(scrape.missing("avg by (instance) (process_cpu_usage)")).isEmpty();
        assertThat(scrape.missing("rate(millrace_comands_total[5m])")).containsExactly("millrace_comands_total");
        assertThat(scrape.missing("sum by (out_come) (millrace_commands_total)"))
                .hasSize(1);
        assertThat(scrape.missing("millrace_commands_total{business=\"bank\"}")).hasSize(1);
        assertThat(scrape.missing("1 > 0")).hasSize(1);
    }

    @Test
    void shouldHaveEnoughToAsk() throws IOException {
        assertThat(Queries.alerts())
                .hasSameSizeAs(Pattern.compile("- alert:")
                        .matcher(Files.readString(Queries.ALERTS))
                        .results()
                        .toList());
        assertThat(Queries.all()).hasSizeGreaterThan(30);
    }

    @Test
    void shouldSayWhatToDoAtEachAlarm() throws IOException {
        final Path root = Queries.FOLDER.resolve("../..");
        for (final Queries.Alert alert : Queries.alerts()) {
            final String[] place = alert.runbook().split("#");
            assertThat(Files.readString(root.resolve(place[0])).toLowerCase(Locale.ROOT))
                    .as(alert.name())
                    .contains("\n### " + place[1] + "\n");
            assertThat(place[1]).isEqualTo(alert.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void shouldSatisfyPrometheusOwnChecker() throws IOException, InterruptedException {
        assumeTrue(Stream.of("/usr/bin/promtool", "/usr/local/bin/promtool").anyMatch(it -> Files.exists(Path.of(it))));
        final Process checker = new ProcessBuilder("promtool", "check", "rules", Queries.ALERTS.toString())
                .redirectErrorStream(true)
                .start();
        final String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(checker.waitFor()).as(said).isZero();
        assertThat(said).contains("SUCCESS: " + Queries.alerts().size() + " rules found");
    }
}
