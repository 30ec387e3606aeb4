package io.millrace.infra.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.cli.Millrace;
import io.millrace.infra.siege.Siege;
import io.millrace.infra.siege.SiegeReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers and three instances as processes; good callers don't get to know what is done to them. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderSiegeTest {

    @SuppressWarnings("NullAway.Init")
    private TrialCluster cluster;

    @BeforeAll
    void start(@TempDir final Path dir) {
        cluster = TrialCluster.start(new ClusterPlan(Millrace.class, dir, 3, 3, 0, List.of("cafe")));
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void shouldEndEverythingWellWhileInstancesAreRestarted() throws Exception {
        assertGood(faults()::rolling);
    }

    @Test
    void shouldEndEverythingWellWhenAnInstanceIsKilled() throws Exception {
        assertGood(faults()::kill);
    }

    @Test
    void shouldEndEverythingWellWhenABrokerIsKilled() throws Exception {
        assertGood(faults()::killBroker);
    }

    private Faults faults() {
        return new Faults(cluster, _ -> {});
    }

    private void assertGood(final Siege.Meanwhile fault) throws Exception {
        final SiegeReport report = new Siege(cluster.port(), 50).run(fault);
        assertThat(report.good()).as(report.text()).isTrue();
        assertThat(report.writes()).isPositive();
    }
}
