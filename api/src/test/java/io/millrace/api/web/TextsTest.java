package io.millrace.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads Korean reads as much as whoever reads English, and nobody reads a key. */
class TextsTest {

    private static final Path WEB =
            Path.of(System.getProperty("millrace.root", ".."), "api", "src", "main", "resources", "web");

    private static final Pattern TEXT = Pattern.compile("^ {2}'([^']+)': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
    private static final Pattern GIVEN = Pattern.compile("\\{(\\w+)}");

    /** A key that is written out; one that is put together has a {@code $} in it. */
    private static final Pattern USED = Pattern.compile("\\bt\\('([A-Za-z][\\w.]*)'");

    private static final Pattern MADE_UP = Pattern.compile("\\b(?:t|has)\\(`([A-Za-z][\\w.]*\\.)\\$\\{");

    @Test
    void shouldHaveTheSameTextsInBothLanguages() {
        final Map<String, String> ko = texts("ko");
        final Map<String, String> en = texts("en");
        assertThat(ko).hasSizeGreaterThan(100);
        assertThat(ko.keySet()).isEqualTo(en.keySet());
        ko.forEach((key, text) ->
                assertThat(givenIn(text)).as("what %s is given", key).isEqualTo(givenIn(String.valueOf(en.get(key)))));
        assertThat(ko.values()).noneMatch(String::isBlank);
    }

    @Test
    void shouldUseOnlyTextsThatAreThereAndAllOfThem() {
        final Set<String> known = texts("en").keySet();
        final String sources = scripts().map(TextsTest::read).collect(Collectors.joining("\n"));
        final Set<String> used = found(USED, sources);
        final Set<String> beginnings = found(MADE_UP, sources);
        assertThat(known).containsAll(used);
        assertThat(beginnings).allSatisfy(start -> assertThat(known).anyMatch(key -> key.startsWith(start)));
        assertThat(known.stream()
                        .filter(key -> !used.contains(key))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                        .filter(key -> !sources.contains("'" + key + "'"))
                        .filter(key -> !key.contains(".role.")))
                .as("texts that nothing shows")
                .isEmpty();
    }

    @Test
    void shouldWriteNoWordsOutsideOfTheTexts() {
        assertThat(scripts()
                        .filter(file -> Pattern.compile("html`[^`]*>\\s*[가-힣]")
                                .matcher(read(file))
                                .find()))
                .isEmpty();
    }

    private static Set<String> found(final Pattern pattern, final String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> givenIn(final String text) {
        return GIVEN.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(final String language) {
        final Map<String, String> texts = new TreeMap<>();
        final String source = read(WEB.resolve("i18n").resolve(language + ".js"));
        TEXT.matcher(source).results().forEach(it -> texts.put(it.group(1), it.group(2)));
        assertThat(source.lines().filter(line -> line.startsWith("  '")).count())
                .as("one text a line, each of them read")
                .isEqualTo(texts.size());
        return texts;
    }

    private static Stream<Path> scripts() {
        try (Stream<Path> files = Files.walk(WEB)) {
            return files
                    .filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.toString().contains("/vendor/"))
                    .filter(file -> !file.toString().contains("/i18n/"))
                    .toList()
                    .stream();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
