package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.client.InMemorySchemaRegistry;
import io.millrace.schemas.compat.GeneratedSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Avro writes without our classes, our classes read and write again to the byte: whatever a schema is made of. */
class EverySchemaTest {
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroCodec codec = new AvroCodec(registry, true);

    static Stream<Schema> schemas() throws Exception {
        return GeneratedSchemas.today().values().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldWriteAgainWhatItRead(final Schema schema) {
        final int id = registry.register(schema.getFullName(), schema);

        IntStream.range(0, 50).forEach(seed -> {
            final byte[] written = generic(id, schema, seed);
            final SpecificRecord read = codec.decode(written);

            assertThat(read.getSchema()).isEqualTo(schema);
            assertThat(codec.encode(read)).isEqualTo(written);
            assertThat(codec.decode(codec.encode(read))).isEqualTo(read);
        });
    }

    private static byte[] generic(final int id, final Schema schema, final int seed) {
        try {
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(new byte[] {0, 0, 0, 0, (byte) id});
            final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(schema).write(new AnyDatum(seed).of(schema), encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
