package io.millrace.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.http.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** What nobody can ask for by mistake. */
class SecurityOptionsTest {

    @Command(name = "x")
    private static final class Line {
        @Mixin
        private final SecurityOptions security = new SecurityOptions();

        @Mixin
        private final KafkaOptions kafka = new KafkaOptions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void shouldNotBeOpenToEverybodyWhoReachesIt(final String host) {
        assertThatThrownBy(() -> check(host))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--secured")
                .hasMessageContaining(host);
        assertThatThrownBy(() -> check(host, "--open")).hasMessageContaining("--secured");
        assertThatCode(() -> check(host, "--secured")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
    void shouldBeOpenOnThisMachine(final String host) {
        assertThatCode(() -> check(host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "--open --secured, Either",
        "--tls-cert a.pem, go together",
        "--allow-origin *, not of the form",
        "--rate -1, at least"
    })
    void shouldSayWhatDoesNotGo(final String arguments, final String words) {
        assertThatThrownBy(() -> check("localhost", arguments.split(" ", -1))).hasMessageContaining(words);
    }

    @Test
    void shouldHoldClientsToSomethingOnlyWhereAnybodyMayBeOne() {
        final Protection open = parsed().security.protection();
        assertThat(open.perSecond()).isZero();
        assertThat(open.onlyHere()).isTrue();
        final Protection secured = parsed("--secured").security.protection();
        assertThat(secured.perSecond()).isEqualTo(100);
        assertThat(secured.streams()).isEqualTo(20);
        assertThat(secured.onlyHere()).isFalse();
    }

    @Test
    void shouldTakeWhatSignsInAtKafkaAndNothingThatPromisesRestOn(@TempDir final Path dir) throws IOException {
        final Path file = dir.resolve("kafka.properties");
        Files.writeString(file, "security.protocol=SASL_SSL\nsasl.jaas.config=secret");
        assertThat(parsed("--kafka-config", file.toString()).kafka.settings())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "secret"));
        Files.writeString(file, "isolation.level=read_uncommitted\nsasl.jaas.config=secret");
        assertThatThrownBy(() -> parsed("--kafka-config", file.toString()).kafka.settings())
                .hasMessageContaining("isolation.level")
                .message()
                .doesNotContain("secret");
    }

    private static void check(final String host, final String... arguments) {
        parsed(arguments).security.check(host, false, new CommandLine(new Line()));
    }

    private static Line parsed(final String... arguments) {
        final Line line = new Line();
        new CommandLine(line).parseArgs(arguments);
        return line;
    }
}
