package io.millrace.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.client.InMemorySchemaRegistry;
import org.junit.jupiter.api.Test;

/** Compatibility with everybody else's tools is a matter of bytes, so the bytes are fixed here. */
class WireFormatTest {
    private final AvroCodec codec = new AvroCodec(new InMemorySchemaRegistry(), true);

    @Test
    void shouldWriteTheBytesThatTheSpecificationsSay() {
        assertThat(codec.encode(Samples.NOTICE)).isEqualTo(Samples.NOTICE_BYTES);
        assertThat(codec.encode(Samples.REFUSED)).isEqualTo(Samples.REFUSED_BYTES);
        assertThat(codec.encode(Samples.PAYMENT)).isEqualTo(Samples.PAYMENT_BYTES);
    }

    @Test
    void shouldReadTheBytesThatTheSpecificationsSay() {
        codec.encode(Samples.NOTICE);
        codec.encode(Samples.REFUSED);
        codec.encode(Samples.PAYMENT);

        assertThat(codec.decode(Samples.NOTICE_BYTES)).isEqualTo(Samples.NOTICE);
        assertThat(codec.decode(Samples.REFUSED_BYTES)).isEqualTo(Samples.REFUSED);
        assertThat(codec.decode(Samples.PAYMENT_BYTES)).isEqualTo(Samples.PAYMENT);
    }

    @Test
    void shouldTakeAllFourBytesForTheIdWhenItIsLarge() {
        assertThat(WireFormat.id(Samples.hex("00 7f80ff01"))).isEqualTo(0x7f80ff01);
        final WireBuffer buffer = WireBuffer.ofThread();
        buffer.begin(0x7f80ff01);
        assertThat(buffer.toBytes()).isEqualTo(Samples.hex("00 7f80ff01"));
    }
}
