package io.millrace.schemas.wire;

import io.millrace.schemas.client.SchemaRegistry;
import io.millrace.schemas.client.UnknownSchemaException;
import io.millrace.schemas.wire.UndecodableException.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records to bytes and back, without Kafka's settings. It may be shared by all threads; what it has learned about a
 * schema it keeps, so a record costs no question to the registry but the first.
 */
public final class AvroCodec {
    private final SchemaRegistry registry;
    private final Registration registration;
    private final Map<String, Map<Schema, RecordWriter>> writers = new ConcurrentHashMap<>();
    private final Map<Integer, RecordReader> readers = new ConcurrentHashMap<>();

    /** Without {@code autoRegister}, only schemas that the registry has already can be written. */
    public AvroCodec(final SchemaRegistry registry, final boolean autoRegister) {
        this(registry, autoRegister ? Registration.AUTOMATIC : Registration.BEFOREHAND);
    }

    AvroCodec(final SchemaRegistry registry, final Registration registration) {
        TrustedClasses.install();
        this.registry = registry;
        this.registration = registration;
    }

    /** Under the subject of the record's own name. */
    public byte[] encode(final SpecificRecord message) {
        return encode(message.getSchema().getFullName(), message);
    }

    public byte[] encode(final String subject, final SpecificRecord message) {
        return writer(subject, message).write(message);
    }

    /** @throws UndecodableException with the reason, if these bytes can't be a record of ours */
    public SpecificRecord decode(final byte[] bytes) {
        final int id = WireFormat.id(bytes);
        final RecordReader known = readers.get(id);
        return (known == null ? readers.computeIfAbsent(id, this::reader) : known).read(bytes);
    }

    /** Learns to write such records, and to read them: from then on neither needs the registry. */
    public void learn(final String subject, final Class<? extends SpecificRecord> type) {
        final SpecificData model = SpecificData.getForClass(type);
        writer(subject, (SpecificRecord) SpecificData.newInstance(type, model.getSchema(type)));
    }

    RecordWriter writer(final String subject, final SpecificRecord message) {
        // Looked up before it is computed: computing locks, and every record comes through here.
        Map<Schema, RecordWriter> bySchema = writers.get(subject);
        if (bySchema == null) {
            bySchema = writers.computeIfAbsent(subject, name -> new ConcurrentHashMap<>());
        }
        final RecordWriter known = bySchema.get(message.getSchema());
        return known != null
                ? known
                : bySchema.computeIfAbsent(
                        message.getSchema(),
                        schema -> known(registration.id(registry, subject, schema), schema, message));
    }

    /** What we write we can read: nobody has to be asked what our own schema is. */
    private RecordWriter known(final int id, final Schema schema, final SpecificRecord message) {
        readers.computeIfAbsent(id, it -> new RecordReader(it, schema, message.getClass()));
        return new RecordWriter(id, message);
    }

    private RecordReader reader(final int id) {
        if (id < 1) {
            // no registry gives such ids, and asked for one it may answer anything
            throw new UndecodableException(Reason.UNKNOWN_ID, "there is no schema " + id, null);
        }
        final Schema written;
        try {
            written = registry.schema(id);
        } catch (UnknownSchemaException e) {
            throw new UndecodableException(Reason.UNKNOWN_ID, e.getMessage() + ", which a record names", e);
        }
        try {
            return new RecordReader(id, written, GeneratedClasses.of(written));
        } catch (AvroRuntimeException e) {
            throw new UndecodableException(
                    Reason.UNRESOLVABLE, "schema " + id + " can't be read as our " + written.getFullName(), e);
        }
    }
}
