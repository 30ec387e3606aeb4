package io.millrace.schemas;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A command on its way to a desk: every input topic's record is one, whatever it carries. */
public interface Envelope extends SpecificRecord {

    /** Who sends the same id twice means the same thing twice. Empty: the desk takes the record's place in its topic. */
    String getCommandId();

    String getDesk();

    /** When the sender says it was sent. Rules go by the broker's time instead. */
    Instant getAt();

    /** Who sent it, as far as whoever took it in knows. */
    @Nullable
    String getActor();

    /** As Avro makes it; {@link #payload} is the same. */
    Object getPayload();

    default SpecificRecord payload() {
        return (SpecificRecord) getPayload();
    }
}
