package io.millrace.api.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that are made of what they are about. Run with {@code -Dmillrace.golden=write} to write them anew. */
final class Written {

    private Written() {}

    static void matches(final String path, final String text) {
        final Path file = Paper.ROOT.resolve(path);
        try {
            if ("write".equals(System.getProperty("millrace.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s says something else than the code: write it anew with -Dmillrace.golden=write", path)
                    .isEqualTo(text);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
