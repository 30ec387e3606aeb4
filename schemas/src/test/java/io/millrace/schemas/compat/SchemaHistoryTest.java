package io.millrace.schemas.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaHistoryTest {

    @Test
    void shouldReadBackWhatWasReleasedOldestFirst(@TempDir final Path folder) throws Exception {
        final SchemaHistory history = new SchemaHistory(folder);
        final Release tenth = new Release("0.10.0", GeneratedSchemas.today());
        final Release ninth = new Release("0.9.0", GeneratedSchemas.today());
        history.write(tenth);
        history.write(ninth);

        assertThat(history.releases()).containsExactly(ninth, tenth);
    }

    @Test
    void shouldNotRewriteWhatWasReleased(@TempDir final Path folder) throws Exception {
        final SchemaHistory history = new SchemaHistory(folder);
        final Release release = new Release("0.1.0", GeneratedSchemas.today());
        history.write(release);

        assertThatThrownBy(() -> history.write(release))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0.1.0");
    }

    @Test
    void shouldBeEmptyWhenNothingIsReleasedYet(@TempDir final Path folder) {
        assertThat(new SchemaHistory(folder.resolve("none")).releases()).isEmpty();
    }

    @Test
    void shouldRefuseAReleaseWhoseNameHasNoOrder() {
        assertThatThrownBy(() -> new Release("next", java.util.Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("next");
    }
}
