package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.broker.CrashLoop;
import io.millrace.infra.broker.CrashingBroker.Kind;
import io.millrace.infra.broker.Life;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commits that were answered stay readable, however the broker ends. Beside readers that hang, dropped markers are looked
 * for: whether a drop hangs readers is decided by milliseconds, and most restarts get away with it. The long ones run with
 * {@code -Dgroups=long -DexcludedGroups=}.
 */
class PulledPlugTest {
    @TempDir
    Path data;

    @Test
    void shouldReadEveryAnsweredCommitAfterAHaltAndAfterAKill() throws Exception {
        assertThat(loop(Kind.CORRECTED).firstThat(Life::harmed, 2)).isEmpty();
    }

    @Test
    void shouldNoticeReadersThatHang() throws Exception {
        assertThat(loop(Kind.LEAVES_ONE_OPEN).firstThat(Life::hung, 1))
                .hasValueSatisfying(life -> assertThat(life.number()).isEqualTo(2));
    }

    @Test
    @Tag("long")
    void shouldReadEveryAnsweredCommitAfterEachOfTenCrashes() throws Exception {
        assertThat(loop(Kind.CORRECTED).firstThat(Life::harmed, 10)).isEmpty();
    }

    /** A race, lost by a restart that loads its transactions just as it is fenced: the slower the machine, the sooner. */
    @Test
    @Tag("long")
    void shouldDropMarkersSoonerOrLaterWithoutTheCorrection() throws Exception {
        assertThat(loop(Kind.UNCORRECTED).firstThat(Life::harmed, 40)).isPresent();
    }

    private CrashLoop loop(final Kind kind) {
        return new CrashLoop(data, kind);
    }
}
