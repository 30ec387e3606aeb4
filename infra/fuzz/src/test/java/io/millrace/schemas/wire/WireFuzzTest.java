package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.millrace.Businesses;
import io.millrace.backbone.topics.Catalogue;
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
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of any topic are a record of ours, or there is a reason why they are not, and nothing third. */
class WireFuzzTest {

    private static final int EACH = 3;

    private static final InMemorySchemaRegistry REGISTRY = new InMemorySchemaRegistry();
    private static final AvroCodec CODEC = new AvroCodec(REGISTRY, true);

    /** Of every topic, in the order of their ids, which begin with 1. */
    private static final List<Schema> SCHEMAS = Catalogue.of(Businesses.ALL).stream()
            .map(topic -> topic.value())
            .filter(Objects::nonNull)
            .map(SpecificData.get()::getSchema)
            .distinct()
            .peek(schema -> REGISTRY.register(schema.getFullName(), schema))
            .toList();

    @MethodSource("records")
    @FuzzTest(maxDuration = "4m")
    void shouldReadOrSayWhyNot(final byte[] bytes) {
        final SpecificRecord read;
        try {
            read = CODEC.decode(bytes);
        } catch (final UndecodableException e) {
            assertThat(e.reason()).isNotNull();
            return;
        }
        assertThat(CODEC.decode(CODEC.encode(read))).isEqualTo(read);
    }

    static Stream<byte[]> records() {
        return IntStream.range(0, SCHEMAS.size())
                .boxed()
                .flatMap(n -> IntStream.range(0, EACH).mapToObj(seed -> record(n, seed)));
    }

    private static byte[] record(final int n, final int seed) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(WireFormat.MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(n + 1).array());
        final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        final Schema schema = SCHEMAS.get(n);
        try {
            new GenericDatumWriter<Object>(schema)
                    .write(new RandomData(schema, 1, seed).iterator().next(), encoder);
            encoder.flush();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
