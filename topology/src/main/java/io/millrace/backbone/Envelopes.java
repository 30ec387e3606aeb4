package io.millrace.backbone;

import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Makes the records that each business has a type of its own for, but that all look alike. */
public final class Envelopes {

    private Envelopes() {}

    /** Whether the envelope's payload can be such a record. */
    public static boolean carries(final Class<? extends SpecificRecord> envelope, final Class<?> payload) {
        return payloads(envelope).stream()
                .anyMatch(schema -> schema.getFullName().equals(payload.getName()));
    }

    /** What an envelope can carry. */
    public static List<Schema> payloads(final Class<? extends SpecificRecord> envelope) {
        final Schema payload = schema(envelope).getField("payload").schema();
        return payload.getType() == Schema.Type.UNION ? payload.getTypes() : List.of(payload);
    }

    public static Schema schema(final Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }

    public static Envelope command(
            final Class<? extends Envelope> type,
            final String commandId,
            final String desk,
            final Instant at,
            final @Nullable String actor,
            final SpecificRecord payload) {
        final SpecificRecord envelope = make(type);
        put(envelope, "commandId", commandId);
        put(envelope, "desk", desk);
        put(envelope, "at", at);
        put(envelope, "actor", actor);
        put(envelope, "payload", payload);
        return (Envelope) envelope;
    }

    /** The same command, under that id. */
    public static Envelope under(final String commandId, final Envelope command) {
        return command(
                command.getClass(),
                commandId,
                command.getDesk(),
                command.getAt(),
                command.getActor(),
                command.payload());
    }

    /** An entry for each event of one ruling, numbered on from the desk's last. */
    public static JournalEntry entry(
            final Class<? extends JournalEntry> type,
            final Envelope command,
            final Instant at,
            final long seq,
            final @Nullable String cause,
            final SpecificRecord event) {
        final SpecificRecord entry = make(type);
        put(entry, "desk", command.getDesk());
        put(entry, "seq", seq);
        put(entry, "at", at);
        put(entry, "commandId", command.getCommandId());
        put(entry, "command", command.payload().getClass().getSimpleName());
        put(entry, "actor", command.getActor());
        put(entry, "cause", cause);
        put(entry, "payload", event);
        return (JournalEntry) entry;
    }

    /** A receipt: {@code values} are its fields by name, beside those that the command gives it. */
    public static Receipt receipt(
            final Class<? extends Receipt> type, final Envelope command, final Map<String, ?> values) {
        final SpecificRecord receipt = make(type);
        put(receipt, "desk", command.getDesk());
        put(receipt, "commandId", command.getCommandId());
        put(receipt, "command", command.payload().getClass().getSimpleName());
        put(receipt, "actor", command.getActor());
        values.forEach((name, value) -> put(receipt, name, value));
        return (Receipt) receipt;
    }

    private static SpecificRecord make(final Class<? extends SpecificRecord> type) {
        return (SpecificRecord) SpecificData.newInstance(type, schema(type));
    }

    private static void put(final SpecificRecord record, final String field, final @Nullable Object value) {
        final Schema.Field at =
                Objects.requireNonNull(record.getSchema().getField(field), () -> record + " has no " + field);
        record.put(at.pos(), value);
    }
}
