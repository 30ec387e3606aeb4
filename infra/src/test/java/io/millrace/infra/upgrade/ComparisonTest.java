package io.millrace.infra.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an upgrade asks for is told from how topologies are described. */
class ComparisonTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("millrace.root", ".."), "topology/src/test/resources/golden");

    private static final String PAGES = """
            Topologies:
               Sub-topology: 0
                Source: journal (topics: [cafe.journal, cafe.pushes])
                  --> pages
                Processor: pages (stores: [cafe-rows, cafe-desks])
                  --> to-people
                Sink: to-people (topic: people-repartition)
               Sub-topology: 1
                Source: people (topics: [people-repartition])
                  --> person
                Processor: person (stores: [cafe-people])
                  --> none
            """;

    @Test
    void shouldLetNodesComeAndGo() {
        assertThat(judged(PAGES)).isEqualTo(Verdict.SAFE);
        assertThat(judged(PAGES.replace("--> pages", "--> gate").replace("Processor: pages", "Processor: gate")))
                .isEqualTo(Verdict.SAFE);
        assertThat(Comparison.of(GOLDEN, GOLDEN).verdict()).isEqualTo(Verdict.SAFE);
    }

    @Test
    void shouldAskToStopEverythingWhereBothCanNotWorkSideBySide() {
        assertThat(judged(PAGES.replace("cafe.journal, ", ""))).isEqualTo(Verdict.DRAIN);
        assertThat(judged(PAGES.replace("people-repartition", "persons-repartition")))
                .isEqualTo(Verdict.DRAIN);
        assertThat(judged(PAGES.replace("Sub-topology: 1", "Sub-topology: 2"))).isEqualTo(Verdict.DRAIN);
        assertThat(Comparison.of(Map.of("cafe-pages", PAGES), Map.of()).verdict())
                .isEqualTo(Verdict.DRAIN);
    }

    @Test
    void shouldSayWhichStateStartsEmpty() {
        assertThat(judged(PAGES.replace("cafe-people", "cafe-persons"))).isEqualTo(Verdict.REBUILD);
        assertThat(judged(PAGES.replace("[cafe-people]", "[cafe-people, cafe-new]")))
                .isEqualTo(Verdict.REBUILD);
        assertThat(Comparison.of(
                                Map.of("cafe-pages", PAGES),
                                Map.of("cafe-pages", PAGES.replace("cafe-people", "cafe-persons")))
                        .findings())
                .extracting(Comparison.Finding::what)
                .anyMatch(it -> it.contains("cafe-people is gone"))
                .anyMatch(it -> it.contains("cafe-persons starts empty"));
    }

    private static Verdict judged(final String after) {
        return Comparison.of(Map.of("cafe-pages", PAGES), Map.of("cafe-pages", after))
                .verdict();
    }
}
