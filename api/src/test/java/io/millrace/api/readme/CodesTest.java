package io.millrace.api.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A problem's type leads to its code on the page about the API, where every code there is has its words. */
class CodesTest {

    private static final Path FACADE = Paper.ROOT.resolve("api/src/main/java");
    private static final Pattern REFUSED = Pattern.compile("\\b([45]\\d\\d),\\s*\"([A-Z_]+)\"");
    private static final Pattern LATER = Pattern.compile("later\\(ctx, \"([A-Z_]+)\"");
    private static final Pattern EXPLAINED =
            Pattern.compile("^ {2}([A-Z_]+): \\[(\\d+), '.{20,}'],$", Pattern.MULTILINE);

    @Test
    void shouldExplainEveryCodeThatIsRefusedWithAndNoOther() throws IOException {
        final Map<String, Set<String>> refused = new TreeMap<>(facade());
        for (final Business business : Businesses.ALL) {
            Refusals.of(business).forEach((code, statuses) -> put(refused, code, statuses));
        }
        final Map<String, String> explained = explained();

        assertThat(explained.keySet()).isEqualTo(refused.keySet());
        assertThat(explained)
                .allSatisfy(
                        (code, status) -> assertThat(refused.get(code)).as(code).contains(status));
    }

    private static Map<String, Set<String>> facade() throws IOException {
        final Map<String, Set<String>> codes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FACADE)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final String source = Files.readString(file);
                REFUSED.matcher(source).results().forEach(it -> put(codes, it.group(2), Set.of(it.group(1))));
                LATER.matcher(source).results().forEach(it -> put(codes, it.group(1), Set.of("503")));
            }
        }
        return codes;
    }

    private static Map<String, String> explained() throws IOException {
        final Map<String, String> codes = new TreeMap<>();
        final String page =
                Files.readString(Paper.ROOT.resolve("api/src/main/resources/io/millrace/api/docs/codes.js"));
        EXPLAINED.matcher(page).results().forEach(it -> codes.put(it.group(1), it.group(2)));
        return codes;
    }

    private static void put(final Map<String, Set<String>> codes, final String code, final Set<String> statuses) {
        codes.computeIfAbsent(code, _ -> new TreeSet<>()).addAll(statuses);
    }
}
