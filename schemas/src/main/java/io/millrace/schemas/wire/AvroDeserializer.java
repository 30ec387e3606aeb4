package io.millrace.schemas.wire;

import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.UndecodableException.Reason;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads our records for Kafka. Made by class name in a client's settings, or on a codec in code. */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final Class<? extends SpecificRecord> type;
    private @Nullable AvroCodec codec;

    /** For Kafka, which configures it afterwards. It takes any record of ours. */
    public AvroDeserializer() {
        this.type = SpecificRecord.class;
    }

    /** Takes only this type: another one in the topic is as undecodable as garbage. */
    public AvroDeserializer(final AvroCodec codec, final Class<T> type) {
        this.codec = codec;
        this.type = type;
    }

    @Override
    public void configure(final Map<String, ?> config, final boolean key) {
        final WireSettings settings = WireSettings.of(config, key);
        codec = new AvroCodec(SchemaRegistries.of(config), settings.registration());
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T deserialize(final String topic, final byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        final SpecificRecord message = Configured.codec(codec).decode(bytes);
        if (!type.isInstance(message)) {
            throw new UndecodableException(
                    Reason.UNEXPECTED_TYPE,
                    "topic " + topic + " holds a " + message.getClass().getName() + " where only " + type.getName()
                            + " belongs",
                    null);
        }
        return (T) message;
    }
}
