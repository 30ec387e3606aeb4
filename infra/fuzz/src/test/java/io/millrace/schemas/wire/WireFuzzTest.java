package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of any topic are a record of ours, or there is a reason why they are not, and nothing third. */
class WireFuzzTest {

    private static final OurRecords OURS = new OurRecords();
    private static final AvroCodec CODEC = new AvroCodec(OURS.registry, true);

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
        return OURS.each();
    }
}
