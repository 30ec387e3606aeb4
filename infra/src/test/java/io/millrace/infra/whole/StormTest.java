package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.load.Line;
import io.millrace.infra.load.Report;
import io.millrace.infra.load.Storm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hundred deposit at the bank as fast as they can: who can't be served is told so, and nothing else fails. */
@Tag("long")
class StormTest {

    private static final Logger LOG = LoggerFactory.getLogger(StormTest.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    /** The storm itself ends with an error if anything was answered but 201, 503 with Retry-After, or 200 to who reads. */
    @Test
    void shouldServeWhomItCanTellTheOthersAndFailNobody() throws Exception {
        try (UpProcess up = UpProcess.start(dir.resolve("data"), "--business", "bank,people")) {
            final List<Line> lines = new Storm(up.port(), Duration.ofSeconds(6), 100, _ -> {}).run();
            LOG.info("the storm\n{}", Report.of(lines).table());
            assertThat(lines)
                    .extracting(Line::what)
                    .containsExactly(
                            "read an account at rest", "read in the storm", "deposits taken", "told to come again");
            assertThat(lines).allSatisfy(line -> assertThat(line.perSecond()).isPositive());
        }
    }
}
