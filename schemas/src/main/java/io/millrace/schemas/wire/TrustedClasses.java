package io.millrace.schemas.wire;

import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro which classes a schema may name: it refuses to make even the ones it generated, lest a stranger's schema
 * picks a class of its choice. Ours are those that the Avro compiler wrote into our own packages.
 */
public final class TrustedClasses {
    private static final String OURS = "io.millrace.";

    static {
        // What was trusted before stays trusted: the setting belongs to the whole JVM.
        final ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, TrustedClasses::isOurs));
    }

    private TrustedClasses() {}

    /** Makes Avro trust our generated classes, once per JVM. Whoever decodes without {@link AvroCodec} calls it first. */
    public static void install() {
        // The work is done once, when this class is initialised.
    }

    static boolean isOurs(final Class<?> type) {
        return type.getName().startsWith(OURS) && type.isAnnotationPresent(AvroGenerated.class);
    }
}
