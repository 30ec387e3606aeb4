package io.millrace.infra.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped of others is listed, may be shipped, and is all there is; nothing is fetched to know that. */
class DependenciesDocTest {

    private static final Path TARGET = Path.of(System.getProperty("millrace.target", "target"));
    private static final Path DOC = Path.of("..", "docs", "dependencies.md");

    /** Those that ask for no more than to be named, or for their own source where it is changed. */
    private static final Set<String> MAY_BE_SHIPPED = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "EPL-2.0",
            "CC0-1.0",
            "Go License",
            "Bouncy Castle Licence");

    private final List<Component> components = Component.of(TARGET.resolve("millrace-sbom.json"));

    @Test
    void shouldListEveryLibraryWithItsVersionAndLicence() throws IOException {
        final String text = text();
        if ("write".equals(System.getProperty("millrace.golden"))) {
            Files.writeString(DOC, text);
        }
        assertThat(DOC).hasContent(text);
    }

    @Test
    void shouldShipNothingWithoutALicenceThatAllowsIt() {
        assertThat(components)
                .hasSizeGreaterThan(50)
                .allSatisfy(it -> assertThat(it.licences()).as(it.toString()).anyMatch(MAY_BE_SHIPPED::contains));
    }

    /** The bill is of what the launcher runs with, jar by jar. */
    @Test
    void shouldKnowEveryJarThatIsShipped() throws IOException {
        try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
            final Set<String> shipped = jars.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".jar") && !it.startsWith("millrace-"))
                    .collect(Collectors.toSet());
            assertThat(components.stream()
                            .map(it -> it.name() + "-" + it.version() + ".jar")
                            .collect(Collectors.toSet()))
                    .isEqualTo(shipped);
        }
    }

    private String text() {
        final StringBuilder text = new StringBuilder("""
                # What is shipped of others

                Made of the bill of materials that each build writes (`infra/target/millrace-sbom.json`, CycloneDX), and
                checked by it: `./mvnw verify -Dmillrace.golden=write` writes it anew. Every version is pinned in `pom.xml`;
                what has no licence that allows to ship it fails the build. Of the web pages' own libraries the licences
                stand beside them, in `api/src/main/resources/web/vendor`.

                | library | version | licence |
                |---|---|---|
                """);
        components.forEach(it -> text.append("| `")
                .append(it.group())
                .append(':')
                .append(it.name())
                .append("` | ")
                .append(it.version())
                .append(" | ")
                .append(String.join(", ", it.licences()))
                .append(" |\n"));
        return text.toString();
    }
}
