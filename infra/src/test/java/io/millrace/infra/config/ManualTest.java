package io.millrace.infra.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.cli.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting is explained, and the page that does it is the settings' own. */
class ManualTest {

    private static final Path ROOT = Path.of(System.getProperty("millrace.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final List<Setting> SETTINGS = Setting.of(Commands.up());

    @Test
    void shouldExplainEverySettingOnOnePage() throws IOException {
        final String page = Manual.of(SETTINGS);
        if ("write".equals(System.getProperty("millrace.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void shouldGiveEverySettingAReason() {
        assertThat(SETTINGS).hasSizeGreaterThan(15);
        assertThat(SETTINGS).allSatisfy(it -> {
            assertThat(it.does()).as(it.key()).isNotBlank();
            assertThat(it.why()).as("why there is %s", it.key()).isNotBlank();
        });
        for (final Secret secret : Secret.values()) {
            assertThat(SETTINGS).anyMatch(it -> it.key().equals(secret.file()));
        }
    }

    @Test
    void shouldReadTheEnvironmentNowhereElse() throws IOException {
        final TreeSet<String> readers = new TreeSet<>();
        for (final String module : List.of("schemas", "topology", "api", "infra")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                sources.filter(it -> it.toString().endsWith(".java") && read(it).contains("System.getenv("))
                        .forEach(it -> readers.add(it.getFileName().toString()));
            }
        }
        assertThat(readers).containsExactly("ConfigCommand.java", "Millrace.java", "Secret.java");
        final TreeSet<String> launcher = new TreeSet<>();
        for (final String script : List.of("millrace", "mvnw")) {
            Pattern.compile("\\$\\{(MILLRACE_\\w+)")
                    .matcher(read(ROOT.resolve(script)))
                    .results()
                    .forEach(it -> launcher.add(it.group(1)));
        }
        assertThat(launcher)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Launch.values()).map(Enum::name).toList());
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
