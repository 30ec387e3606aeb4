package io.millrace.api.readme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How records flow through a business, drawn from its golden topologies: topics round, processors square with their
 * stores. What goes to quarantine, and comes back from there, is left out, because everything can.
 */
final class Flow {

    private static final List<String> SIDES = List.of("desk", "pages", "audit");
    private static final Set<String> ASIDE = Set.of("quarantine", "repairs", "acts");

    /** Sinks through which what waited in quarantine goes back to where it came from. */
    private static final String BACK = "again-to-";

    private static final Pattern NODE = Pattern.compile(
            "(Source|Processor|Sink): (\\S+) \\((?:topics?|stores): \\[?([^\\])]*)]?\\)\\n(?:\\s+--> (.*))?");

    private final String business;
    private final Set<String> topics = new LinkedHashSet<>();
    private final Set<String> edges = new LinkedHashSet<>();
    private final Map<String, List<String>> parts = new LinkedHashMap<>();

    private Flow(final String business) {
        this.business = business;
    }

    static String of(final String business) {
        final Flow flow = new Flow(business);
        SIDES.forEach(flow::read);
        return flow.drawn();
    }

    private void read(final String side) {
        final String golden = Paper.of("topology/src/test/resources/golden/" + business + "-" + side + ".txt")
                .text();
        final List<MatchResult> nodes = NODE.matcher(golden).results().toList();
        final Map<String, MatchResult> byName = nodes.stream().collect(Collectors.toMap(it -> it.group(2), it -> it));
        for (final MatchResult node : nodes) {
            if (node.group(1).equals("Source")) {
                successors(node).forEach(next -> names(node).forEach(topic -> into(topic, next, side)));
            } else if (node.group(1).equals("Processor")) {
                parts.computeIfAbsent(side, _ -> new ArrayList<>()).add(box(side, node));
                successors(node)
                        .forEach(next -> outOf(node.group(2), Objects.requireNonNull(byName.get(next), next), side));
            }
        }
    }

    private void into(final String topic, final String processor, final String side) {
        if (!ASIDE.contains(topic)) {
            topics.add(topic);
            edges.add(topic + " --> " + id(side, processor));
        }
    }

    private void outOf(final String processor, final MatchResult next, final String side) {
        if (next.group(1).equals("Processor")) {
            edges.add(id(side, processor) + " --> " + id(side, next.group(2)));
        }
        if (next.group(1).equals("Sink") && !next.group(2).startsWith(BACK)) {
            names(next).stream().filter(topic -> !ASIDE.contains(topic)).forEach(topic -> {
                topics.add(topic);
                edges.add(id(side, processor) + " --> " + topic);
            });
        }
    }

    private String box(final String side, final MatchResult processor) {
        final String stores = names(processor).stream()
                .map(it -> it.replace(business + "-", ""))
                .sorted()
                .collect(Collectors.joining(" · "));
        return id(side, processor.group(2)) + "[\"" + processor.group(2)
                + (stores.isEmpty() ? "" : "<br/><small>" + stores + "</small>") + "\"]";
    }

    /** What stands in brackets, without the business's name before it. */
    private List<String> names(final MatchResult node) {
        return Pattern.compile(", ")
                .splitAsStream(node.group(3))
                .map(it -> it.replace(business + ".", ""))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<String> successors(final MatchResult node) {
        return node.group(4) == null ? List.of() : List.of(node.group(4).split(", "));
    }

    private static String id(final String side, final String processor) {
        return side + "-" + processor;
    }

    /** Not, if all that it reads and writes is left out. */
    private boolean busy(final String box) {
        final String id = box.substring(0, box.indexOf('['));
        return edges.stream().anyMatch(edge -> edge.startsWith(id + " ") || edge.endsWith(" " + id));
    }

    private String drawn() {
        final List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart LR"));
        topics.stream().sorted().forEach(topic -> lines.add("  " + topic + "([" + topic + "])"));
        parts.forEach((side, boxes) -> {
            lines.add("  subgraph " + business + "-" + side);
            boxes.stream().filter(this::busy).sorted().forEach(box -> lines.add("    " + box));
            lines.add("  end");
        });
        edges.stream().sorted().forEach(edge -> lines.add("  " + edge));
        lines.add("```");
        return String.join("\n", lines);
    }
}
