package io.millrace.infra.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Secrets to look for, as they are and as headers carry them, in whatever was said or kept. */
record Hidden(List<String> secrets) {

    Hidden(final List<String> secrets) {
        this.secrets =
                secrets.stream().flatMap(it -> Stream.of(it, encoded(it))).toList();
    }

    boolean in(final String text) {
        return secrets.stream().anyMatch(text::contains);
    }

    /** Of all topics and stores, the files that have one of them. */
    List<Path> under(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(this::inFile).toList();
        }
    }

    private boolean inFile(final Path file) {
        try {
            // one character per byte, so that nothing is lost
            return in(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (final java.nio.file.NoSuchFileException e) {
            return false; // stores put their files together while they are looked at
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(final String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
