package io.millrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a file may be, and which words it may not have. */
class SourcesTest {

    private static final int LONGEST = 300;
    private static final int USUALLY = 150;

    /** Spelled apart, so that this file doesn't catch itself. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("TO" + "DO|FIX" + "ME|System\\.(o" + "ut|e" + "rr)\\b|@Dis" + "abled");

    /** Tests wait for a condition, never for time to pass. */
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sl" + "eep");

    private static final Pattern NO_CODE = Pattern.compile("\\s*(import .*|package .*|//.*|/?\\*.*|)");

    /** The one class that talks to the terminal. */
    private static final String TERMINAL = "Terminal.java";

    @Test
    void shouldKeepFilesShort() {
        final List<Path> files = Sources.java();
        assertThat(files).as("sources found").hasSizeGreaterThan(50);
        assertThat(files.stream().filter(file -> length(file) > LONGEST).toList())
                .as("files over %d lines: split them by what they do", LONGEST)
                .isEmpty();
        final long usual =
                files.stream().filter(file -> length(file) <= USUALLY).count();
        assertThat(usual).as("nine files in ten have at most %d lines", USUALLY).isGreaterThan(files.size() * 9L / 10);
        assertThat(files.stream()
                        .map(SourcesTest::length)
                        .sorted()
                        .skip(files.size() / 2)
                        .findFirst())
                .as("half of the files have at most 60 lines")
                .hasValueSatisfying(median -> assertThat(median).isLessThanOrEqualTo(60));
    }

    /** ARCHITECTURE.md says so; without imports, comments and what is empty. */
    @Test
    void shouldKeepTheBackboneSmall() {
        final long lines = Sources.java().stream()
                .filter(file -> file.toString().contains("topology/src/main/java/io/millrace/backbone/"))
                .flatMap(file -> Sources.lines(file).stream())
                .filter(line -> !NO_CODE.matcher(line).matches())
                .count();
        assertThat(lines).isBetween(1_000L, 4_650L);
    }

    @Test
    void shouldKeepPagesShortToo() {
        final List<Path> files = Sources.pages();
        assertThat(files).as("scripts and styles found").hasSizeGreaterThan(30);
        assertThat(files.stream().filter(file -> length(file) > LONGEST).toList())
                .as("scripts and styles over %d lines", LONGEST)
                .isEmpty();
        assertThat(files.stream()
                        .map(SourcesTest::length)
                        .sorted()
                        .skip(files.size() / 2)
                        .findFirst())
                .as("half of them have at most 60 lines")
                .hasValueSatisfying(median -> assertThat(median).isLessThanOrEqualTo(60));
    }

    @Test
    void shouldBeginEveryScriptWithWhatItIsFor() {
        assertThat(Sources.pages().stream().filter(file -> !begins(file)).toList())
                .isEmpty();
    }

    @Test
    void shouldNotPromiseSleepOrPrint() {
        assertThat(Stream.concat(Sources.java().stream(), Sources.pages().stream())
                        .filter(file -> !file.endsWith(TERMINAL))
                        .flatMap(SourcesTest::offences)
                        .toList())
                .isEmpty();
    }

    @Test
    void shouldSeeForbiddenWords() {
        assertThat(FORBIDDEN.matcher("System.o" + "ut.println(1)").find()).isTrue();
        assertThat(FORBIDDEN.matcher("// TO" + "DO later").find()).isTrue();
        assertThat(FORBIDDEN.matcher("System.getProperty").find()).isFalse();
    }

    private static Stream<String> offences(final Path file) {
        final boolean test = file.toString().contains("/src/test/");
        return Sources.lines(file).stream()
                .filter(line -> FORBIDDEN.matcher(line).find()
                        || test && SLEEP.matcher(line).find())
                .map(line -> file.getFileName() + ": " + line.strip());
    }

    private static boolean begins(final Path file) {
        final String first = Sources.lines(file).getFirst();
        return first.startsWith("// ") || first.startsWith("/* ");
    }

    private static int length(final Path file) {
        return Sources.lines(file).size();
    }
}
