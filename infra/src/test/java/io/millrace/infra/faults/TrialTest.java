package io.millrace.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault under load, in a process of its own: enough to see that the harness works. Longer trials are run by hand. */
class TrialTest {

    @Test
    void shouldLoseNothingWhenItIsKilledUnderLoad(@TempDir final Path data) throws Exception {
        final Report report = new Trial(2, Duration.ofSeconds(5), data, _ -> {}).run();
        assertThat(report.good()).as(report.toString()).isTrue();
        assertThat(report.answers()).as("load").isGreaterThan(100);
        assertThat(report.faults()).as("faults").isNotEmpty();
    }
}
