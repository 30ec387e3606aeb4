package io.millrace.infra.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Two sets of described topologies, and what the step from one to the other asks for. */
public record Comparison(List<Finding> findings) {

    private static final String REPARTITION = "-repartition";
    private static final Pattern TOPOLOGY = Pattern.compile("-(desk|pages|audit)\\.txt$");

    public record Finding(Verdict verdict, String application, String what) {}

    /** Of two folders with a description for each application. */
    public static Comparison of(final Path before, final Path after) {
        return of(descriptions(before), descriptions(after));
    }

    static Comparison of(final Map<String, String> before, final Map<String, String> after) {
        final List<Finding> findings = new ArrayList<>();
        before.forEach((application, description) -> {
            final String now = after.get(application);
            if (now == null) {
                findings.add(new Finding(Verdict.DRAIN, application, "is gone: nobody works off what it left"));
            } else {
                compare(application, Shape.of(description), Shape.of(now), findings);
            }
        });
        return new Comparison(List.copyOf(findings));
    }

    private static void compare(
            final String application, final Shape before, final Shape after, final List<Finding> findings) {
        before.stores().forEach((store, part) -> {
            final Integer now = after.stores().get(store);
            if (now == null) {
                findings.add(new Finding(
                        Verdict.REBUILD,
                        application,
                        "store " + store + " is gone or renamed: what it knew stays behind"));
            } else if (!now.equals(part)) {
                findings.add(new Finding(
                        Verdict.DRAIN,
                        application,
                        "store " + store + " moves from part " + part + " to " + now + ": its tasks get other names"));
            }
        });
        after.stores().keySet().stream()
                .filter(it -> !before.stores().containsKey(it))
                .forEach(
                        it -> findings.add(new Finding(Verdict.REBUILD, application, "store " + it + " starts empty")));
        before.sources().forEach((part, topics) -> {
            topics.stream()
                    .filter(it -> it.endsWith(REPARTITION))
                    .filter(it -> after.sources().values().stream().noneMatch(all -> all.contains(it)))
                    .forEach(it -> findings.add(new Finding(
                            Verdict.DRAIN, application, it + " is gone: what is in it has to be worked off")));
            if (!topics.equals(after.sources().get(part))) {
                findings.add(new Finding(
                        Verdict.DRAIN,
                        application,
                        "part " + part + " reads other topics: old and new can't share it"));
            }
        });
    }

    /** The one that asks for most. */
    public Verdict verdict() {
        return findings.stream()
                .map(Finding::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.SAFE);
    }

    private static Map<String, String> descriptions(final Path folder) {
        final Map<String, String> descriptions = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (final Path file :
                    files.filter(it -> TOPOLOGY.matcher(it.toString()).find()).toList()) {
                descriptions.put(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("descriptions can't be read from " + folder, e);
        }
        return descriptions;
    }
}
