package io.millrace.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.millrace.api.kit.Collector;
import io.millrace.backbone.stream.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Who decides whether something is followed, and what it costs when it isn't. */
class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String KEPT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String NOT_KEPT = "00-" + TRACE + "-b7ad6b7169203331-00";

    private final Collector collector = new Collector();

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void shouldKeepTheShareThatIsWanted() {
        try (Tracing none = collector.tracing(0);
                Tracing all = collector.tracing(1)) {
            assertThat(none.asked("POST /", null).trace()).isEmpty();
            assertThat(all.asked("POST /", null).trace()).isPresent();
        }
    }

    @Test
    void shouldLeaveItToWhoeverBeganTheTrace() {
        try (Tracing none = collector.tracing(0);
                Tracing all = collector.tracing(1)) {
            assertThat(none.asked("POST /", KEPT).trace()).hasValue(TRACE);
            assertThat(all.asked("POST /", NOT_KEPT).trace()).isEmpty();
            assertThat(all.caused("cafe desk", headers(KEPT)).trace()).hasValue(TRACE);
            assertThat(all.caused("cafe desk", headers(NOT_KEPT)).trace()).isEmpty();
        }
    }

    @Test
    void shouldBeginATraceOfItsOwnWhenTheOtherIsGarbage() {
        try (Tracing all = collector.tracing(1)) {
            for (final String garbage : new String[] {"", "x", "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01"}) {
                assertThat(all.asked("POST /", garbage).trace()).isPresent().isNotEqualTo(TRACE);
            }
            assertThat(all.caused("cafe desk", headers("?".repeat(55))).trace()).isEmpty();
            assertThat(all.caused("cafe desk", new RecordHeaders()).trace()).isEmpty();
        }
    }

    @Test
    void shouldSayWhichTraceOnlyWhileItsStepRuns() {
        try (Tracing all = collector.tracing(1);
                Step step = all.asked("POST /", KEPT)) {
            assertThat(Step.header()).isEmpty();
            step.during(() -> {
                assertThat(MDC.get(Step.IN_LOG)).isEqualTo(TRACE);
                return assertThat(Step.header())
                        .hasValueSatisfying(header -> assertThat(header.key()).isEqualTo(Trace.HEADER));
            });
            assertThat(Step.header()).isEmpty();
            assertThat(MDC.get(Step.IN_LOG)).isNull();
        }
    }

    @Test
    void shouldWriteALineForEachStepIntoTheLog() {
        final Logger log = (Logger) LoggerFactory.getLogger("millrace.traces");
        final ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
        try (Tracing logged = Tracing.of(new TraceSettings(new TraceSettings.To.Log(), 1), "one")) {
            logged.asked("POST /", KEPT).tell("http.response.status_code", 201).close();
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains(
                                "trace=" + TRACE,
                                "of=b7ad6b7169203331",
                                "name=POST /",
                                "http.response.status_code=201"));
    }

    @Test
    void shouldNotBeThereAtAllWhenNobodyFollows() {
        assertThat(TracedProcessors.in(new Properties(), Tracing.OFF)).isEmpty();
        assertThat(Tracing.of(TraceSettings.NONE, "one")).isSameAs(Tracing.OFF);
        assertThat(Tracing.OFF.asked("POST /", KEPT)).isSameAs(Step.NONE);
        final Headers headers = headers(KEPT);
        Tracing.OFF.during("cafe notice", headers, () -> CompletableFuture.completedFuture(null));
        assertThat(headers).isEqualTo(headers(KEPT));
    }

    private static Headers headers(final String traceparent) {
        return new RecordHeaders().add(Trace.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
    }
}
