package io.millrace.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** These bytes will never become a record here, however often they are tried: they belong into quarantine. */
public final class UndecodableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public UndecodableException(final Reason reason, final String message, final @Nullable Throwable cause) {
        super(reason + ": " + message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with the bytes. */
    public enum Reason {
        /** It isn't in the wire format at all: too short, or it doesn't begin with 0x00. */
        NO_MAGIC_BYTE,
        /** The registry knows no schema with the id that the bytes name. */
        UNKNOWN_ID,
        /** We have no generated class of the name that the writer's schema has. */
        UNKNOWN_CLASS,
        /** The writer's schema can't be resolved to ours. */
        UNRESOLVABLE,
        /** The bytes end too early, or claim what can't be. */
        CORRUPT,
        /** A whole record, and then more. */
        TRAILING_BYTES,
        /** A sound record, but not of the type that belongs here. */
        UNEXPECTED_TYPE
    }
}
