package io.millrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document of what is stopped names, for each of its claims, what shows that it is; and that is there. */
class SecurityDocTest {

    private static final Pattern CLAIM = Pattern.compile("\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z]+)`");

    private final List<MatchResult> claims = Sources.lines(Sources.ROOT.resolve("docs/security.md")).stream()
            .flatMap(line -> CLAIM.matcher(line).results())
            .filter(it -> !it.group(1).contains("---") && !it.group(4).contains("shown by"))
            .toList();

    @Test
    void shouldNameATestForEveryClaim() {
        assertThat(claims)
                .hasSizeGreaterThan(15)
                .allSatisfy(it -> assertThat(NAMED.matcher(it.group(4)).results())
                        .as(it.group())
                        .isNotEmpty());
    }

    @Test
    void shouldNameOnlyTestsThatAreThere() {
        final Set<String> there = Sources.java().stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .map(Path::getFileName)
                .map(file -> file.toString().replace(".java", ""))
                .collect(Collectors.toSet());
        final String rules = String.join("\n", Sources.lines(Sources.ROOT.resolve("pom.xml")));
        final List<String> missing = claims.stream()
                .flatMap(it -> NAMED.matcher(it.group(4)).results())
                .map(it -> it.group(1))
                .filter(name -> !there.contains(name) && !rules.contains("<" + name + "/>"))
                .toList();
        assertThat(missing)
                .as("tests that docs/security.md names and nobody has")
                .isEmpty();
        assertThat(there).doesNotContain("NobodysTest");
    }
}
