package io.millrace.schemas;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One event in a desk's journal. The journal is the truth: everything else can be folded from it again. */
public interface JournalEntry extends SpecificRecord {

    String getDesk();

    /** 1, 2, 3, … per desk, without gaps. */
    long getSeq();

    Instant getAt();

    String getCommandId();

    /** The command's name, such as {@code PlaceOrder}. */
    String getCommand();

    @Nullable
    String getActor();

    /** The event of another desk (or of this one) that this follows from, as a token. */
    @Nullable
    String getCause();

    /** As Avro makes it; {@link #event} is the same. */
    Object getPayload();

    default SpecificRecord event() {
        return (SpecificRecord) getPayload();
    }
}
