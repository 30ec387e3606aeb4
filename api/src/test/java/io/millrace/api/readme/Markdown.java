package io.millrace.api.readme;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes Markdown, a line or a row at a time. */
final class Markdown {

    private static final String MADE = "<!-- Made by a test from the code it is about: don't edit it here. -->";

    private final StringBuilder text = new StringBuilder();

    Markdown(final String title) {
        line("# " + title).line("").line(MADE).line("");
    }

    Markdown line(final String line) {
        text.append(line).append('\n');
        return this;
    }

    Markdown heading(final String heading) {
        return line("").line("## " + heading).line("");
    }

    Markdown head(final String... columns) {
        row(columns);
        return line("|" + "---|".repeat(columns.length));
    }

    Markdown row(final String... cells) {
        return line(cells(cells));
    }

    static String cells(final String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    static String code(final String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
