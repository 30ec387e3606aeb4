package io.millrace.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** A file of the pages: as it is, packed, and with the mark that its content has. Read and packed once. */
record WebFile(String type, String tag, byte[] plain, byte[] packed) {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "json", "application/json");

    static Optional<WebFile> read(final String name) {
        final String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = WebFile.class.getResourceAsStream("/web/" + name)) {
            return in == null ? Optional.empty() : Optional.of(of(type, in.readAllBytes()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebFile of(final String type, final byte[] plain) {
        return new WebFile(type, '"' + digest(plain) + '"', plain, Packed.packed(plain));
    }

    private static String digest(final byte[] plain) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 12);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
