package io.millrace.schemas;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The one durable outcome of a command. Accepted unless it says why not. */
public interface Receipt extends SpecificRecord {

    String getDesk();

    String getCommandId();

    /** The command's name, such as {@code PlaceOrder}. */
    String getCommand();

    /** Who sent it, if that is known. */
    @Nullable
    String getActor();

    /** Tells the same command sent again from another one under the same id. */
    ByteBuffer getFingerprint();

    Instant getAt();

    /** The desk's place in its journal once this was decided. */
    long getSeq();

    @Nullable
    Refused getRefused();

    /** The resource as it is after an accepted command; null where there is nothing left to show. */
    @Nullable
    Object getResource();
}
