package io.millrace.api.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of Markdown: its text, and its blocks of code. */
record Paper(String text) {

    static final Path ROOT = Path.of(System.getProperty("millrace.root", ".."));

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^#+ ", Pattern.MULTILINE);
    private static final Pattern FIGURE = Pattern.compile("\\d+\\.\\d+|\\d{1,3}(?: \\d{3})+|\\d{3,}");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** A block of code, and in which language it says it is. */
    record Block(String language, String text) {}

    static Paper of(final String path) {
        try {
            return new Paper(Files.readString(ROOT.resolve(path)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** From that heading to the next of its kind. */
    Paper section(final String heading) {
        final int from = text.indexOf("\n## " + heading + "\n");
        if (from < 0) {
            throw new IllegalArgumentException("no section " + heading);
        }
        final int to = text.indexOf("\n## ", from + 1);
        return new Paper(text.substring(from, to < 0 ? text.length() : to));
    }

    /** The same page with this drawing in the place of its only one. */
    String drawing(final String drawn) {
        return Pattern.compile("^```mermaid\\n.*?^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement(drawn));
    }

    long headings() {
        return HEADING.matcher(text).results().count();
    }

    /** What was measured, or looks like it: no number that a sentence may spell out. */
    Set<String> figures() {
        return FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    List<String> links() {
        return LINK.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
