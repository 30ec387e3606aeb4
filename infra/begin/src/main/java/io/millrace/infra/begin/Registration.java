package io.millrace.infra.begin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of all businesses, in its source: a new one is one more line, before the people's. */
final class Registration {

    private static final Path LIST = Path.of("topology/src/main/java/io/millrace/Businesses.java");
    private static final String LAST = "People.BUSINESS);";

    private final Path file;
    private final List<String> lines;
    private final int last;

    private Registration(final Path file, final List<String> lines, final int last) {
        this.file = file;
        this.lines = lines;
        this.last = last;
    }

    static Registration in(final Path house) throws IOException {
        final Path file = house.resolve(LIST);
        final List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int n = 0; n < lines.size(); n++) {
            if (lines.get(n).strip().equals(LAST)) {
                return new Registration(file, lines, n);
            }
        }
        throw new IllegalStateException("In " + LIST + " no line says " + LAST + " any more: nothing was written.");
    }

    void add(final String business) throws IOException {
        final String indent = lines.get(last).replace(LAST, "");
        lines.add(last, indent + business + ",");
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
