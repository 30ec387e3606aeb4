package io.millrace.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers see every answered commit after every crash. The long ones run with {@code -Dgroups=long -DexcludedGroups=}. */
class CrashLoopTest {
    @TempDir
    Path data;

    @Test
    @Timeout(value = 110, unit = TimeUnit.SECONDS)
    void shouldReadEveryAnsweredCommitAfterEachOfThreeCrashes() throws Exception {
        assertThat(new CrashLoop(data, true).run(3)).isZero();
    }

    @Test
    @Tag("long")
    void shouldReadEveryAnsweredCommitAfterEachOfTenCrashes() throws Exception {
        assertThat(new CrashLoop(data, true).run(10)).isZero();
    }

    @Test
    @Tag("long")
    void shouldHangWithoutTheCorrection() throws Exception {
        assertThat(new CrashLoop(data, false).run(12))
                .as("the life whose readers hung")
                .isPositive();
    }
}
