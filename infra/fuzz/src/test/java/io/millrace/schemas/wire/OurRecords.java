package io.millrace.schemas.wire;

import io.millrace.Businesses;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import io.millrace.schemas.client.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.RandomData;

/** Records of every sort that there is in a topic, with anything in them, and a registry that knows them. */
final class OurRecords {

    final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    /** In the order of their ids, which begin with 1. */
    private final List<Schema> schemas = Catalogue.of(Businesses.ALL).stream()
            .map(Topic::value)
            .filter(Objects::nonNull)
            .map(SpecificData.get()::getSchema)
            .distinct()
            .toList();

    OurRecords() {
        schemas.forEach(schema -> registry.register(schema.getFullName(), schema));
    }

    Stream<byte[]> each() {
        return IntStream.rangeClosed(1, schemas.size()).mapToObj(this::record);
    }

    private byte[] record(final int id) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(WireFormat.MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        final Schema schema = schemas.get(id - 1);
        try {
            new GenericDatumWriter<Object>(schema)
                    .write(new RandomData(schema, 1, id).iterator().next(), encoder);
            encoder.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
