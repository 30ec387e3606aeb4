package io.millrace.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.infra.config.Configuration;
import io.millrace.infra.config.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A file, then the environment, then flags: the last word holds, and it is told whose it was. */
class ConfigurationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void shouldTakeTheLastWordAndSayWhoseItWas() throws IOException {
        final Path file = file("port = 1\nhost = 10.0.0.1\nsession = PT1H\n");

        final String table = table(
                Map.of("MILLRACE_PORT", "2", "MILLRACE_HOST", "10.0.0.2"),
                "--config",
                file.toString(),
                "--port=3",
                "--business",
                "cafe,bank");

        assertThat(line(table, "port")).contains(" 3 ").contains("(flag, --port)");
        assertThat(line(table, "host")).contains("10.0.0.2").contains("(environment, MILLRACE_HOST)");
        assertThat(line(table, "session")).contains("PT1H").contains("(file, " + file + ")");
        assertThat(line(table, "data")).contains(".millrace").contains("(default)");
        assertThat(line(table, "business")).contains("cafe,bank");
        assertThat(line(table, "bootstrap")).contains("not set");
    }

    @Test
    void shouldFindTheFileInTheEnvironmentToo() throws IOException {
        final Path file = file("standbys = 2\n");
        assertThat(line(table(Map.of("MILLRACE_CONFIG", file.toString())), "standbys"))
                .contains(" 2 ")
                .contains("(file, ");
    }

    @Test
    void shouldSayOfSecretsOnlyThatTheyAreThere() {
        final String table = table(Map.of("MILLRACE_CLUSTER_SECRET", "nobody may read this"));
        assertThat(table).doesNotContain("nobody may read");
        assertThat(line(table, "MILLRACE_CLUSTER_SECRET")).contains("******").contains("(environment)");
        assertThat(line(table, "MILLRACE_SESSION_KEY")).contains("not set").contains("session-key-file");
    }

    @Test
    void shouldRefuseWhatNobodyReads() throws IOException {
        final Path file = file("prot = 1\n");
        assertThatThrownBy(() -> table(Map.of(), "--config", file.toString()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("prot in " + file);
        assertThatThrownBy(() -> table(Map.of("MILLRACE_PROT", "1")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("MILLRACE_PROT in the environment");
        assertThatThrownBy(() -> table(Map.of(), "--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> table(Map.of("MILLRACE_PORT", "many"))).isInstanceOf(ParameterException.class);
        assertThat(table(Map.of("MILLRACE_HEAP", "1g", "HOME", "/root"))).contains("port");
    }

    @Test
    void shouldSayWhichFileItCanNotRead() {
        assertThatThrownBy(() -> table(Map.of(), "--config=" + folder.resolve("none")))
                .hasMessageContaining(folder.resolve("none").toString());
    }

    private static String table(final Map<String, String> environment, final String... arguments) {
        return Configuration.of(new CommandLine(new UpCommand()), Sources.of(arguments, environment), arguments)
                .table();
    }

    private static String line(final String table, final String key) {
        return table.lines().filter(it -> it.startsWith(key + " ")).findFirst().orElseThrow();
    }

    private Path file(final String text) throws IOException {
        return Files.writeString(folder.resolve("millrace.properties"), text);
    }
}
