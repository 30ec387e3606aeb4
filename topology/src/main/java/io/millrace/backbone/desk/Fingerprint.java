package io.millrace.backbone.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** What a command says, in sixteen bytes: equal for the same wish sent again, whenever and by whichever way. */
public final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    public static ByteBuffer of(final SpecificRecord payload) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream(128);
        try {
            out.write(payload.getSchema().getFullName().getBytes(StandardCharsets.UTF_8));
            final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<>(payload.getSchema()).write(payload, encoder);
            encoder.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(sha256(out.toByteArray()), 0, BYTES).slice();
    }

    private static byte[] sha256(final byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
