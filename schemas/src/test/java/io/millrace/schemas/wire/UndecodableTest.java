package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.millrace.schemas.client.InMemorySchemaRegistry;
import io.millrace.schemas.client.RegistryUnavailableException;
import io.millrace.schemas.client.SchemaRegistry;
import io.millrace.schemas.wire.UndecodableException.Reason;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Bytes from outside may be anything. They must end as a reason, never as a wrong record or as a dead JVM. */
class UndecodableTest {
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroCodec codec = new AvroCodec(registry, true);
    private final byte[] notice = codec.encode(Samples.NOTICE);
    private final byte[] refused = codec.encode(Samples.REFUSED);

    @Test
    void shouldSayThatItIsNotTheWireFormatWhenTheFirstByteIsAnother() {
        assertThat(reason("{\"id\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NO_MAGIC_BYTE);
        assertThat(reason(new byte[0])).isEqualTo(Reason.NO_MAGIC_BYTE);
        assertThat(reason(new byte[] {0, 0, 0, 0})).isEqualTo(Reason.NO_MAGIC_BYTE);
    }

    @Test
    void shouldSayThatTheIdIsUnknownWhenTheRegistryHasNone() {
        assertThat(reason(Samples.hex("00 00000063 02"))).isEqualTo(Reason.UNKNOWN_ID);
        assertThat(reason(Samples.hex("00 ffffffff 02"))).isEqualTo(Reason.UNKNOWN_ID);
    }

    @Test
    void shouldFindTheSchemaLaterWhenItWasUnknownBefore() {
        assertThat(reason(Samples.hex("00 00000003 02"))).isEqualTo(Reason.UNKNOWN_ID);

        registry.register("late", Schema.create(Schema.Type.STRING));

        assertThat(reason(Samples.hex("00 00000003 02"))).isEqualTo(Reason.UNKNOWN_CLASS);
    }

    @Test
    void shouldReadNoClassButOurGeneratedOnesWhateverTheWriterNames() {
        for (final String name :
                new String[] {"java.lang.Thread", "io.millrace.schemas.Nothing", AvroCodec.class.getName()}) {
            final int id = registry.register(
                    "s", new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[]}"));
            assertThat(reason(new byte[] {0, 0, 0, 0, (byte) id})).isEqualTo(Reason.UNKNOWN_CLASS);
        }
    }

    @Test
    void shouldSayThatItIsCorruptAtEveryPlaceWhereItMayEnd() {
        for (int end = WireFormat.HEADER; end < notice.length; end++) {
            assertThat(reason(Arrays.copyOf(notice, end))).isEqualTo(Reason.CORRUPT);
        }
    }

    @Test
    void shouldSayThatThereAreTrailingBytes() {
        assertThat(reason(Arrays.copyOf(notice, notice.length + 1))).isEqualTo(Reason.TRAILING_BYTES);
    }

    @Test
    void shouldNotTakeGarbageAsAReasonToAllocate() {
        final Random random = new Random(17);
        final long before = allocated();
        for (int i = 0; i < 20_000; i++) {
            final byte[] broken = (i % 2 == 0 ? notice : refused).clone();
            for (int flip = 0; flip < 3; flip++) {
                broken[WireFormat.HEADER + random.nextInt(broken.length - WireFormat.HEADER)] = (byte) random.nextInt();
            }
            readOrUndecodable(broken);
        }
        assertThat((allocated() - before) / 20_000)
                .as("bytes per garbled record")
                .isLessThan(50_000);
    }

    @Test
    void shouldRefuseALengthThatTheBytesCannotHold() {
        final long before = allocated();
        // A string, then a map, that claim two thousand million entries.
        assertThat(reason(Samples.hex("00 00000001 feffffff0f"))).isEqualTo(Reason.CORRUPT);
        assertThat(reason(Samples.hex("00 00000002 08 02 61 02 61 feffffff0f"))).isEqualTo(Reason.CORRUPT);
        assertThat(allocated() - before).isLessThan(20_000_000);
    }

    @Test
    void shouldSayThatOldWritersCantBeResolvedWhenAFieldHasNoDefault() {
        final int id = registry.register(
                "s",
                new Schema.Parser()
                        .parse("{\"type\":\"record\",\"name\":\"io.millrace.schemas.Notice\",\"fields\":[]}"));

        assertThat(reason(new byte[] {0, 0, 0, 0, (byte) id})).isIn(Reason.UNRESOLVABLE, Reason.CORRUPT);
    }

    @Test
    void shouldNotCallARecordUndecodableWhenOnlyTheRegistryIsAway() {
        final AvroCodec alone = new AvroCodec(new NoRegistry(), true);

        assertThatThrownBy(() -> alone.decode(notice)).isInstanceOf(RegistryUnavailableException.class);
    }

    private Reason reason(final byte[] bytes) {
        return catchThrowableOfType(UndecodableException.class, () -> codec.decode(bytes))
                .reason();
    }

    private void readOrUndecodable(final byte[] bytes) {
        try {
            codec.decode(bytes);
        } catch (UndecodableException e) {
            assertThat(e.reason()).isIn(Reason.CORRUPT, Reason.TRAILING_BYTES);
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static final class NoRegistry implements SchemaRegistry {
        @Override
        public int register(final String subject, final Schema schema) {
            throw away();
        }

        @Override
        public int idOf(final String subject, final Schema schema) {
            throw away();
        }

        @Override
        public Schema schema(final int id) {
            throw away();
        }

        @Override
        public Latest latest(final String subject) {
            throw away();
        }

        private static RegistryUnavailableException away() {
            return new RegistryUnavailableException("away", null);
        }
    }
}
