package io.millrace.infra.begin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a business that compiles and passes its tests: the example's files under another name, each where the house
 * keeps such. The example is built and tested with everything else, so what it becomes works too.
 */
public final class NewBusiness {

    private static final Name EXAMPLE = new Name("library");

    /** Where the example has what, and which module of the house has such in the same place. */
    private static final Map<String, String> HOMES = new LinkedHashMap<>();

    static {
        HOMES.put("src/main/avro", "schemas");
        HOMES.put("src/main/java/io/millrace/schemas/library", "schemas");
        HOMES.put("src/main/java/io/millrace/library", "topology");
        HOMES.put("src/test/java/io/millrace/library", "topology");
        HOMES.put("src/test/java/io/millrace/api/library", "api");
    }

    private final Path house;
    private final Name name;
    private final DeskName desk;

    public NewBusiness(final Path house, final Name name, final DeskName desk) {
        this.house = house;
        this.name = name;
        this.desk = desk;
    }

    /** Writes all its files, and the line that registers it. Says what it wrote. */
    public List<Path> write() throws IOException {
        final Map<Path, String> files = files();
        for (final Path file : files.keySet()) {
            if (Files.exists(house.resolve(file))) {
                throw new IllegalStateException(file + " is there already; nothing was written.");
            }
        }
        final Registration registration = Registration.in(house);
        for (final Map.Entry<Path, String> file : files.entrySet()) {
            final Path target = house.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        registration.add("io.millrace." + name.plain() + "." + name.capital() + ".BUSINESS");
        return List.copyOf(files.keySet());
    }

    /** What it is made of, by its place in the house. */
    private Map<Path, String> files() throws IOException {
        final Path example = house.resolve("docs/examples");
        if (!Files.isDirectory(example)) {
            throw new IllegalStateException("There is no " + example + ": run this from a checkout of Millrace.");
        }
        final Map<Path, String> files = new LinkedHashMap<>();
        for (final Map.Entry<String, String> home : HOMES.entrySet()) {
            for (final Path file : under(example.resolve(home.getKey()))) {
                final String place = renamed(example.relativize(file).toString());
                files.put(Path.of(home.getValue(), place), inForm(place, renamed(Files.readString(file))));
            }
        }
        return files;
    }

    private String renamed(final String text) {
        return new Renaming(EXAMPLE.plain(), name.plain()).in(desk.renamed(text));
    }

    private static String inForm(final String place, final String text) {
        return place.endsWith(".java") ? Imports.sorted(text) : text;
    }

    private static List<Path> under(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
