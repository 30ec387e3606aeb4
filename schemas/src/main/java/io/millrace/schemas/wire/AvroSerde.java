package io.millrace.schemas.wire;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Our records in Kafka Streams. Made by class name in the settings, or on a codec in code. */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final Serializer<T> serializer;
    private final Deserializer<T> deserializer;

    /** For Kafka, which configures it afterwards. */
    public AvroSerde() {
        this.serializer = new AvroSerializer<>();
        this.deserializer = new AvroDeserializer<>();
    }

    /** Subjects by topic name. */
    public AvroSerde(final AvroCodec codec, final Class<T> type) {
        this(codec, type, new TopicNameStrategy());
    }

    public AvroSerde(final AvroCodec codec, final Class<T> type, final SubjectNameStrategy strategy) {
        this.serializer = new AvroSerializer<>(codec, strategy);
        this.deserializer = new AvroDeserializer<>(codec, type);
    }

    @Override
    public void configure(final Map<String, ?> config, final boolean isKey) {
        serializer.configure(config, isKey);
        deserializer.configure(config, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
