package io.millrace.schemas.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate itself: a build fails here when a change would make something released unreadable. */
class ReleasedSchemasTest {
    private static final Logger LOG = LoggerFactory.getLogger(ReleasedSchemasTest.class);

    @Test
    void shouldReadWhatEveryReleaseWrote() throws Exception {
        final List<Release> releases = SchemaHistory.committed().releases();
        if (releases.isEmpty()) {
            LOG.info("event=compatibility-gate releases=0: nothing is released yet, so every change may pass");
        }

        assertThat(new CompatibilityGate(GeneratedSchemas.today()).breaches(releases))
                .as("Change the schema so that both sides can read, or add a new one beside it")
                .isEmpty();
    }

    /** {@code ./mvnw -pl schemas test -Dtest=ReleasedSchemasTest -Dmillrace.release=0.1.0} adds a release. */
    @Test
    void shouldWriteARelease() throws Exception {
        final String version = System.getProperty("millrace.release", "");
        assumeTrue(!version.isEmpty(), "only when -Dmillrace.release names one");

        final Path written = SchemaHistory.committed().write(new Release(version, GeneratedSchemas.today()));

        LOG.info("event=release-written folder={}", written);
        assertThat(written).isDirectoryContaining("glob:**io.millrace.schemas.Notice.avsc");
    }
}
