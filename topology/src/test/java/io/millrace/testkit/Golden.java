package io.millrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that only change on purpose. Run with {@code -Dmillrace.golden=write} to write them anew. */
public final class Golden {

    private static final String WHAT_A_DIFFERENCE_DOES = """
            The topology is not the one that was deployed. A node or store under a new name starts empty and leaves the \
            old one's state behind: pages rebuild from the journal, but books and receipts don't. A sub-topology that \
            moves changes the names of tasks on disk. Add nodes freely; rename or move none that has state without a \
            migration. If the difference is meant, write the golden file anew and say in CHANGELOG.md what it does.""";

    private Golden() {}

    public static void matches(final String name, final String text) {
        final Path file = Path.of("src/test/resources/golden", name + ".txt");
        try {
            if ("write".equals(System.getProperty("millrace.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as(WHAT_A_DIFFERENCE_DOES).isEqualTo(Files.readString(file));
        } catch (final IOException e) {
            throw new UncheckedIOException("No golden file for " + name + ": " + WHAT_A_DIFFERENCE_DOES, e);
        }
    }
}
