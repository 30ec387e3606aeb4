package io.millrace.schemas.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** What was released, as it is committed: a folder per release, in it a file per record type. */
final class SchemaHistory {
    private static final String SUFFIX = ".avsc";

    private final Path folder;

    SchemaHistory(final Path folder) {
        this.folder = folder;
    }

    static SchemaHistory committed() {
        return new SchemaHistory(Path.of(System.getProperty("millrace.root", ".."), "schemas", "history"));
    }

    /** Oldest first. */
    List<Release> releases() {
        return Files.isDirectory(folder)
                ? list(folder)
                        .filter(Files::isDirectory)
                        .map(this::read)
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Released is released: a folder that is there is not written again. */
    Path write(final Release release) {
        final Path target = folder.resolve(release.version());
        if (Files.exists(target)) {
            throw new IllegalStateException(
                    "Release " + release.version() + " is in the history already; take the next number");
        }
        try {
            Files.createDirectories(target);
            for (final Map.Entry<String, Schema> schema : release.schemas().entrySet()) {
                Files.writeString(
                        target.resolve(schema.getKey() + SUFFIX),
                        schema.getValue().toString(true) + "\n");
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Release read(final Path release) {
        final Map<String, Schema> schemas = new TreeMap<>();
        list(release).filter(it -> it.toString().endsWith(SUFFIX)).forEach(file -> {
            final Schema schema = parsed(file);
            schemas.put(schema.getFullName(), schema);
        });
        return new Release(String.valueOf(release.getFileName()), schemas);
    }

    private static Schema parsed(final Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(final Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
