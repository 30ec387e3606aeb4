package io.millrace.schemas.wire;

import org.jspecify.annotations.Nullable;

/** What Kafka makes by class name is unusable until it was configured; this says so. */
final class Configured {
    private Configured() {}

    static AvroCodec codec(final @Nullable AvroCodec codec) {
        if (codec == null) {
            throw new IllegalStateException(
                    "Used before configure(): call it with 'schema.registry.url', or construct with an AvroCodec");
        }
        return codec;
    }
}
