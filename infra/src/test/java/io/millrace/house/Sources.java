package io.millrace.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's own sources, generated ones aside. */
final class Sources {

    static final Path ROOT = Path.of(System.getProperty("millrace.root", ".."));

    private Sources() {}

    static List<Path> java() {
        return under(ROOT, ".java").stream()
                .filter(file -> !file.toString().contains("/target/"))
                .toList();
    }

    /** What pages are made of, except what others have made and the lists of texts. */
    static List<Path> pages() {
        final Path web = ROOT.resolve("api/src/main/resources/web");
        return Stream.concat(under(web, ".js").stream(), under(web, ".css").stream())
                .filter(file -> !file.toString().contains("/vendor/"))
                .filter(file -> !file.toString().contains("/i18n/"))
                .toList();
    }

    private static List<Path> under(final Path folder, final String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(final Path file) {
        try {
            return Files.readAllLines(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
