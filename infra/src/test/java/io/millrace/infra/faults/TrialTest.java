package io.millrace.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.cli.Millrace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault under load, in a process of its own: enough to see that the harness works. Longer trials are run by hand. */
@Tag("long")
class TrialTest {

    @Test
    void shouldLoseNothingWhenItIsKilledUnderLoad(@TempDir final Path data) throws Exception {
        final TrialPlan plan = TrialPlan.of(Millrace.class, 2, Duration.ofSeconds(5), data)
                .shaped(1, 1)
                .with(List.of(Fault.WIPE));
        final Report report = new Trial(plan, _ -> {}).run();
        assertThat(report.good()).as(report.toString()).isTrue();
        assertThat(report.answers()).as("load").isGreaterThan(100);
        assertThat(report.faults()).as("faults").isNotEmpty();
    }
}
