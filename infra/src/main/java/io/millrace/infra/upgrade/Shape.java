package io.millrace.infra.upgrade;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a described topology is bound to deployed state: which part reads what, and which part has which store. */
record Shape(Map<Integer, Set<String>> sources, Map<String, Integer> stores) {

    private static final Pattern PART = Pattern.compile("Sub-topology: (\\d+)");
    private static final Pattern SOURCE = Pattern.compile("Source: \\S+ \\(topics: \\[(.*?)]\\)");
    private static final Pattern PROCESSOR = Pattern.compile("Processor: \\S+ \\(stores: \\[(.*?)]\\)");

    static Shape of(final String description) {
        final Shape shape = new Shape(new TreeMap<>(), new TreeMap<>());
        int part = -1;
        for (final String line : description.lines().toList()) {
            final Matcher begins = PART.matcher(line);
            if (begins.find()) {
                part = Integer.parseInt(begins.group(1));
                shape.sources.put(part, new TreeSet<>());
            }
            final Set<String> topics = shape.sources.getOrDefault(part, new TreeSet<>());
            names(SOURCE, line).forEach(topics::add);
            for (final String store : names(PROCESSOR, line)) {
                shape.stores.put(store, part);
            }
        }
        return shape;
    }

    private static Set<String> names(final Pattern pattern, final String line) {
        final Matcher found = pattern.matcher(line);
        final Set<String> names = new TreeSet<>();
        if (found.find()) {
            Arrays.stream(found.group(1).split(",\\s*"))
                    .filter(it -> !it.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }
}
