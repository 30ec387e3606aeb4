package io.millrace.infra.begin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What stands in a row because of its name stands elsewhere under another: the formatter would move it there. */
final class Imports {

    private static final String IMPORT = "import ";

    private Imports() {}

    /** Each block by itself, those of static members and the others. */
    static String sorted(final String source) {
        final List<String> lines = new ArrayList<>(source.lines().toList());
        int from = 0;
        for (int to = 0; to <= lines.size(); to++) {
            if (to == lines.size() || !lines.get(to).startsWith(IMPORT)) {
                lines.subList(from, to).sort(Comparator.comparing(line -> line.replace(";", "")));
                from = to + 1;
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
