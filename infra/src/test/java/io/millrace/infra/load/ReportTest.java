package io.millrace.infra.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final String ORDER = "place an order";

    private final Report report = Report.of(List.of(
            Line.of(Report.RAW, 1, run(100, 400)),
            Line.of(ORDER, 1, run(10, 4_000)),
            Line.of(Report.RAW, 100, run(10_000, 1_000)),
            Line.of(ORDER, 100, run(1_000, 70_000)),
            Line.of("answer to MyPage", 4, run(5, 3_000))));

    @Test
    void shouldSetEachFigureBesideTheRawOneOfAsManyCallers() {
        assertThat(report.timesRaw(line(ORDER, 1)))
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(10, within(0.1)));
        assertThat(report.timesRaw(line(ORDER, 100)))
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(70, within(0.7)));
        assertThat(report.ofRaw(line(ORDER, 100)))
                .hasValueSatisfying(it -> assertThat(it).isCloseTo(0.1, within(0.001)));
    }

    @Test
    void shouldSayNothingOfWhatHasNoRawFigureBeside() {
        assertThat(report.timesRaw(line("answer to MyPage", 4))).isEmpty();
    }

    @Test
    void shouldTellTheMiddleRoundAndTheTimesOfAllOfThem() {
        final Line line = Line.of(ORDER, 1, List.of(run(30, 1_000), run(10, 9_000), run(20, 1_000)));
        assertThat(line.perSecond()).isCloseTo(20, within(0.1));
        assertThat(line.slowest()).isCloseTo(10, within(0.1));
        assertThat(line.fastest()).isCloseTo(30, within(0.1));
        assertThat(line.p50()).isCloseTo(1, within(0.01));
        assertThat(line.max()).isCloseTo(9, within(0.1));
    }

    @Test
    void shouldSayWhatItWasMeasuredOn() {
        assertThat(report.table())
                .contains("| place an order")
                .contains(Runtime.version().feature() + ".")
                .contains("Kafka 4.")
                .contains(Runtime.getRuntime().availableProcessors() + " cores");
    }

    @Test
    void shouldBeReadByPrograms() {
        final JsonNode json = JsonMapper.shared().readTree(report.json());
        assertThat(json.at("/machine/cores").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(json.at("/measured").size()).isEqualTo(5);
        assertThat(json.at("/measured/1/line/what").asString()).isEqualTo(ORDER);
        assertThat(json.at("/measured/1/timesRaw").asDouble()).isCloseTo(10, within(0.1));
        assertThat(json.at("/measured/4/timesRaw").isNull()).isTrue();
    }

    @Test
    void shouldDrawACurveForEverythingAndEachOfItsFigures() throws Exception {
        final Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.plot().getBytes(StandardCharsets.UTF_8)));
        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(3 * 3);
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(5 * 3);
        assertThat(picture.getDocumentElement().getTextContent()).contains(ORDER, "callers at once");
    }

    @Test
    void shouldCallATurnLateThatHadToWaitForTheOneBefore() throws InterruptedException {
        final Crowd.Run run = new Crowd(0, Bench.CALL).atRate(1, 100, Duration.ofMillis(200), (_, _, _) -> spin(20));
        assertThat(run.micros().getTotalCount()).isEqualTo(20);
        assertThat(run.millis(100)).as("twenty turns of 20 ms, due every 10").isGreaterThan(190);
    }

    private static void spin(final int millis) {
        final long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Line line(final String what, final int callers) {
        return report.lines().stream()
                .filter(it -> it.what().equals(what) && it.callers() == callers)
                .findFirst()
                .orElseThrow();
    }

    /** So many within a second, each of which took that long. */
    private static Crowd.Run run(final int count, final long micros) {
        final Histogram all = new Histogram(3);
        all.recordValueWithCount(micros, count);
        return new Crowd.Run(all, Duration.ofSeconds(1));
    }
}
