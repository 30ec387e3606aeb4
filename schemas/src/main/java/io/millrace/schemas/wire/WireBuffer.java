package io.millrace.schemas.wire;

import java.io.OutputStream;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** What a thread needs over and over to write and read records: one growing array, one encoder, one decoder. */
final class WireBuffer extends OutputStream {
    private static final int SMALL = 512;
    /** One huge record must not keep its memory for as long as its thread lives. */
    private static final int KEPT = 64 * 1024;

    private static final ThreadLocal<WireBuffer> PER_THREAD = ThreadLocal.withInitial(WireBuffer::new);

    private byte[] bytes = new byte[SMALL];
    private int count;
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(this, null);
    private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

    private WireBuffer() {}

    static WireBuffer ofThread() {
        return PER_THREAD.get();
    }

    BinaryEncoder encoder() {
        return encoder;
    }

    BinaryDecoder decoder(final byte[] from, final int offset) {
        return DecoderFactory.get().binaryDecoder(from, offset, from.length - offset, decoder);
    }

    void begin(final int id) {
        count = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[SMALL];
        }
        bytes[0] = WireFormat.MAGIC;
        bytes[1] = (byte) (id >>> 24);
        bytes[2] = (byte) (id >>> 16);
        bytes[3] = (byte) (id >>> 8);
        bytes[4] = (byte) id;
        count = WireFormat.HEADER;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, count);
    }

    @Override
    public void write(final int b) {
        makeRoom(1);
        bytes[count++] = (byte) b;
    }

    @Override
    public void write(final byte[] from, final int offset, final int length) {
        makeRoom(length);
        System.arraycopy(from, offset, bytes, count, length);
        count += length;
    }

    private void makeRoom(final int more) {
        if (bytes.length - count < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(count, more)));
        }
    }
}
