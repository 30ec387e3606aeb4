package io.millrace.api.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The key that sessions are signed with. Instances that are to take each other's sessions are given the same one. */
public final class SessionKey {

    private static final int BYTES = 32;

    private SessionKey() {}

    /** As somebody wrote it down: Base64 of at least 32 bytes. */
    public static byte[] of(final String text) {
        final byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("the session key is not Base64", e);
        }
        if (key.length < BYTES) {
            throw new IllegalArgumentException("the session key needs " + BYTES + " bytes at the least");
        }
        return key;
    }

    /** From that file; made up at the first start, and readable by its owner only. */
    public static byte[] in(final Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return of(Files.readString(file));
        } catch (final IOException e) {
            throw new UncheckedIOException("the session key can't be read from " + file, e);
        }
    }

    private static void make(final Path file) throws IOException {
        final byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        // complete before it has its name: another instance may be starting too
        final Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", "", ownerOnly(file));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, fresh);
        } catch (final FileAlreadyExistsException e) {
            // another one was quicker, and its key is as good
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(final Path file) {
        final Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
