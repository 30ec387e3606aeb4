package io.millrace.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.trace.Tracing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Where traces may go, and that they go nowhere by themselves. */
class TraceOptionsTest {

    @Command(name = "x")
    private static final class Line {
        @Mixin
        private final TraceOptions traces = new TraceOptions();
    }

    @Test
    void shouldGoNowhereByThemselves() {
        assertThat(parsed().tracing("one")).isSameAs(Tracing.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "http://collector:4318/v1/traces", "https://traces.example"})
    void shouldGoWhereTheyAreWanted(final String to) {
        try (Tracing tracing = parsed("--traces", to).tracing("one")) {
            assertThat(tracing.on()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"--traces collector:4318, takes none", "--traces file:/etc, takes none", "--trace-share 2, from 0 to 1"
    })
    void shouldSayWhatDoesNotGo(final String arguments, final String words) {
        assertThatThrownBy(() -> parsed(arguments.split(" ", -1)))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(words);
    }

    private static TraceOptions parsed(final String... arguments) {
        final Line line = new Line();
        final CommandLine command = new CommandLine(line);
        command.parseArgs(arguments);
        line.traces.check(command);
        return line.traces;
    }
}
