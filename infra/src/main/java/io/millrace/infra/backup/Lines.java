package io.millrace.infra.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The file of one topic's records. */
final class Lines {

    private static final int BUFFER = 1 << 16;

    private Lines() {}

    static Path file(final Path folder, final String topic) {
        return folder.resolve(topic + ".records.gz");
    }

    static DataOutputStream writing(final Path folder, final String topic) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(file(folder, topic)), BUFFER), BUFFER));
    }

    static void each(final Path folder, final String topic, final Consumer<Line> what) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(file(folder, topic)), BUFFER), BUFFER))) {
            for (Optional<Line> line = Line.read(in); line.isPresent(); line = Line.read(in)) {
                what.accept(line.get());
            }
        } catch (final IOException e) {
            throw new BackupException("the records of " + topic + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Of the file as it lies there. */
    static String sha256(final Path folder, final String topic) {
        try (DigestInputStream in = new DigestInputStream(
                Files.newInputStream(file(folder, topic)), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
