package io.millrace.schemas.wire;

import io.millrace.schemas.wire.UndecodableException.Reason;

/** The five bytes before every record: 0x00, then the schema's id, most significant byte first. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEADER = 5;

    private WireFormat() {}

    static int id(final byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new UndecodableException(
                    Reason.NO_MAGIC_BYTE,
                    "expected 0x00 and a four-byte schema id, got " + bytes.length + " bytes"
                            + (bytes.length == 0 ? "" : " that begin with 0x%02x".formatted(bytes[0]))
                            + ": whoever writes here does not use the registry's wire format",
                    null);
        }
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | bytes[4] & 0xff;
    }
}
