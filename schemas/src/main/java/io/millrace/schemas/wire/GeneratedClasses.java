package io.millrace.schemas.wire;

import io.millrace.schemas.wire.UndecodableException.Reason;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Finds our generated class for a writer's schema, by its name, and no other class whatever the name says. */
final class GeneratedClasses {
    static {
        TrustedClasses.install();
    }

    private GeneratedClasses() {}

    static Class<? extends SpecificRecord> of(final Schema written) {
        if (written.getType() != Schema.Type.RECORD) {
            throw new UndecodableException(
                    Reason.UNKNOWN_CLASS, "the schema is a bare " + written.getType() + ", not a record", null);
        }
        final Class<?> type = load(SpecificData.getClassName(written));
        if (!TrustedClasses.isOurs(type) || !SpecificRecord.class.isAssignableFrom(type)) {
            throw unknown(written.getFullName(), null);
        }
        return type.asSubclass(SpecificRecord.class);
    }

    /** Not initialised: code of a class that a stranger named must not run before it is known to be ours. */
    private static Class<?> load(final String name) {
        try {
            return Class.forName(name, false, GeneratedClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            final @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
            try {
                return Class.forName(name, false, context);
            } catch (ClassNotFoundException | LinkageError again) {
                throw unknown(name, again);
            }
        }
    }

    private static UndecodableException unknown(final String name, final @Nullable Throwable cause) {
        return new UndecodableException(
                Reason.UNKNOWN_CLASS,
                "there is no generated class " + name + " here: its schema is not ours, or newer than this release",
                cause);
    }
}
