package io.millrace.infra.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Secrets to look for, as they are and as headers carry them, in whatever was said or kept. */
final class Hidden {

    private final List<byte[]> secrets;

    /** With which bytes one of them begins: all of a store is looked through once, and not once for each secret. */
    private final boolean[] beginning = new boolean[256];

    Hidden(final List<String> secrets) {
        this.secrets = secrets.stream()
                .flatMap(it -> Stream.of(it, encoded(it)))
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.secrets.forEach(secret -> beginning[secret[0] & 0xff] = true);
    }

    boolean in(final String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of all topics and stores, the files that have one of them. */
    List<Path> under(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(this::inFile).toList();
        }
    }

    private boolean inFile(final Path file) {
        try {
            return in(Files.readAllBytes(file));
        } catch (final NoSuchFileException e) {
            return false; // stores put their files together while they are looked at
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean in(final byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (beginning[bytes[at] & 0xff] && at(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean at(final byte[] bytes, final int from) {
        for (final byte[] secret : secrets) {
            final int to = from + secret.length;
            if (to <= bytes.length && Arrays.equals(bytes, from, to, secret, 0, secret.length)) {
                return true;
            }
        }
        return false;
    }

    private static String encoded(final String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
