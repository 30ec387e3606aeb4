package io.millrace.backbone.stream;

import io.millrace.schemas.client.RegistryException;
import io.millrace.schemas.wire.UndecodableException;
import org.apache.kafka.common.KafkaException;

/** Tells a record's fault from the surroundings': the first goes to quarantine, the second is tried again. */
public final class Blame {

    private Blame() {}

    /** Throws on what is not the record's fault: the stream starts over from its last commit. */
    public static RuntimeException ofRecord(final RuntimeException fault) {
        final boolean surroundings = fault instanceof KafkaException || fault instanceof RegistryException;
        if (surroundings && !(fault instanceof UndecodableException)) {
            throw fault;
        }
        return fault;
    }
}
