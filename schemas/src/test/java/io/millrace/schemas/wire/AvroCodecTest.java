package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.schemas.Notice;
import io.millrace.schemas.Refused;
import io.millrace.schemas.client.InMemorySchemaRegistry;
import io.millrace.schemas.client.RegistryException;
import io.millrace.schemas.client.UnknownSchemaException;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroCodecTest {
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroCodec codec = new AvroCodec(registry, true);

    @Test
    void shouldReadInstantsAndJavaStringsBack() {
        final Notice back = (Notice) codec.decode(codec.encode(Samples.NOTICE));

        assertThat(back.getAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat((Object) back.getMessage()).isInstanceOf(String.class);
    }

    @Test
    void shouldReadMapKeysAsJavaStrings() {
        final Refused back = (Refused) codec.decode(codec.encode(Samples.REFUSED));

        assertThat(back.getHints()).containsEntry("left", "0");
    }

    @Test
    void shouldResolveAnOlderWriterWhenFieldsWereAddedWithDefaults() throws Exception {
        final Schema old = new Schema.Parser().parse("""
                        {"type":"record","name":"Refused","namespace":"io.millrace.schemas","fields":[
                          {"name":"detail","type":"string"},
                          {"name":"gone","type":"long"},
                          {"name":"code","type":"string"},
                          {"name":"kind","type":{"type":"enum","name":"RefusalKind","symbols":["CONFLICT"]}}]}""");
        final GenericRecord message = new GenericData.Record(old);
        message.put("detail", "None left");
        message.put("gone", 7L);
        message.put("code", "sold-out");
        message.put("kind", new GenericData.EnumSymbol(old.getField("kind").schema(), "CONFLICT"));

        final Refused read = (Refused) codec.decode(written(registry.register("old", old), message));

        assertThat(read.getCode()).isEqualTo("sold-out");
        assertThat(read.getDetail()).isEqualTo("None left");
        assertThat(read.getHints()).isEmpty();
    }

    @Test
    void shouldRegisterUnderTheGivenSubjectOrTheRecordsName() {
        codec.encode("cafe.notices-value", Samples.NOTICE);
        codec.encode(Samples.NOTICE);

        assertThat(registry.idOf("cafe.notices-value", Samples.NOTICE.getSchema()))
                .isEqualTo(1);
        assertThat(registry.latest("io.millrace.schemas.Notice").id()).isEqualTo(1);
    }

    @Test
    void shouldNeedNoRegistryForWhatItHasLearnt() {
        final AtomicBoolean away = new AtomicBoolean();
        final AvroCodec learnt = new AvroCodec(new LeavingRegistry(registry, away), true);
        learnt.learn("io.millrace.schemas.Notice", Notice.class);
        away.set(true);

        assertThat(learnt.decode(learnt.encode(Samples.NOTICE))).isEqualTo(Samples.NOTICE);
        assertThatThrownBy(() -> learnt.encode(Samples.REFUSED)).isInstanceOf(RegistryException.class);
    }

    @Test
    void shouldNotRegisterAnythingWhenToldNotTo() {
        final AvroCodec shy = new AvroCodec(registry, false);

        assertThatThrownBy(() -> shy.encode(Samples.NOTICE)).isInstanceOf(UnknownSchemaException.class);
        registry.register("io.millrace.schemas.Notice", Samples.NOTICE.getSchema());
        assertThat(shy.encode(Samples.NOTICE)).isEqualTo(Samples.NOTICE_BYTES);
    }

    @Test
    void shouldUseTheLatestIdOnlyWhenItMeansTheSameBytes() {
        final AvroCodec latest = new AvroCodec(registry, Registration.LATEST);
        final Schema documented = new Schema.Parser()
                .parse(Samples.NOTICE.getSchema().toString().replace("A message to a person", "Words to a person"));
        registry.register("notices", documented);
        registry.register("other", Samples.REFUSED.getSchema());

        assertThat(latest.encode("notices", Samples.NOTICE)).isEqualTo(Samples.NOTICE_BYTES);
        assertThatThrownBy(() -> latest.encode("other", Samples.NOTICE))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("'other'")
                .hasMessageContaining("register ours");
    }

    @Test
    void shouldSayWhichRecordDoesNotFitWithoutShowingItsValues() {
        final Notice hollow = new Notice();

        assertThatThrownBy(() -> codec.encode(hollow))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("io.millrace.schemas.Notice");
        assertThat(codec.encode(Samples.NOTICE)).as("and go on").isEqualTo(Samples.NOTICE_BYTES);
    }

    @Test
    void shouldServeManyThreadsWithOneCodec() {
        final boolean allTheSame = IntStream.range(0, 20_000)
                .parallel()
                .allMatch(i -> i % 2 == 0
                        ? codec.decode(codec.encode(Samples.NOTICE)).equals(Samples.NOTICE)
                        : codec.decode(codec.encode(Samples.REFUSED)).equals(Samples.REFUSED));

        assertThat(allTheSame).isTrue();
    }

    @Test
    void shouldGrowForAHugeRecordAndForgetItAfterwards() {
        final Notice huge = new Notice("a@1", "cafe", "g", "o/1", "kim", "x".repeat(500_000), Instant.EPOCH);

        assertThat(codec.decode(codec.encode(huge))).isEqualTo(huge);
        assertThat(codec.encode(Samples.NOTICE)).isEqualTo(Samples.NOTICE_BYTES);
    }

    private static byte[] written(final int id, final GenericRecord message) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {0, 0, 0, 0, (byte) id});
        final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(message.getSchema()).write(message, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
