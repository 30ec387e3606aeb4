package io.millrace.infra.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What people do at one business's desks, as lines with blanks in them: {@code {desk}} is the desk, {@code {other}}
 * another one or none, {@code {n}} one of the numbers there are, {@code {q}} a quantity, {@code {thing}} something on the
 * shelf, {@code {who}} a person. {@code base} is where the desk's commands go, {@code pages} are read; what is
 * {@code secret} is for who proves that it is theirs.
 */
record Script(
        String business,
        List<String> desks,
        String base,
        List<String> pages,
        boolean secret,
        List<Line> opening,
        List<Line> life) {

    record Line(int weight, String method, String path, String body) {}

    static final List<String> THINGS = List.of("latte", "mocha", "tea");
    private static final List<String> PEOPLE = List.of("ann", "bob", "cho", "dan", "eun", "fay");

    /** Where money goes that can't arrive. */
    private static final String NO_DESK = "nobody";

    String path(final String desk, final String below) {
        return base.replace("{desk}", desk) + (below.isEmpty() ? "" : "/" + below);
    }

    String desk(final Random random) {
        return desks.get(random.nextInt(desks.size()));
    }

    Line next(final Random random) {
        int drawn = random.nextInt(life.stream().mapToInt(Line::weight).sum());
        for (final Line line : life) {
            drawn -= line.weight();
            if (drawn < 0) {
                return line;
            }
        }
        throw new IllegalStateException("weights don't add up");
    }

    static String filled(final String text, final Map<String, String> blanks) {
        String filled = text.replace('\'', '"');
        for (final Map.Entry<String, String> blank : blanks.entrySet()) {
            filled = filled.replace(blank.getKey(), blank.getValue());
        }
        return filled;
    }

    /** Numbers are mostly among the last few; {@code highest} is the highest there is. */
    Map<String, String> blanks(final Random random, final String desk, final long highest) {
        final long back = random.nextInt(4) == 0 ? random.nextLong(Math.max(1, highest)) : random.nextInt(6);
        return Map.of(
                "{desk}", desk,
                "{other}", random.nextInt(5) == 0 ? NO_DESK : desk(random),
                "{n}", Long.toString(Math.max(1, highest - back)),
                "{q}", Integer.toString(1 + random.nextInt(4)),
                "{thing}", THINGS.get(random.nextInt(THINGS.size())),
                "{who}", PEOPLE.get(random.nextInt(PEOPLE.size())));
    }

    static @Nullable String body(final Line line, final Map<String, String> blanks) {
        return line.body().isEmpty() ? null : filled(line.body(), blanks);
    }
}
