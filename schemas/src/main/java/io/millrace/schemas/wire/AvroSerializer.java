package io.millrace.schemas.wire;

import io.millrace.schemas.client.SchemaRegistries;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes our records for Kafka. Made by class name in a client's settings, or on a codec in code. */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final Map<String, String> topicSubjects = new ConcurrentHashMap<>();
    private @Nullable AvroCodec codec;
    private SubjectNameStrategy strategy = new TopicNameStrategy();
    private boolean isKey;

    /** For Kafka, which configures it afterwards. */
    public AvroSerializer() {}

    public AvroSerializer(final AvroCodec codec, final SubjectNameStrategy strategy) {
        this.codec = codec;
        this.strategy = strategy;
    }

    @Override
    public void configure(final Map<String, ?> config, final boolean key) {
        final WireSettings settings = WireSettings.of(config, key);
        isKey = key;
        strategy = settings.strategy();
        codec = new AvroCodec(SchemaRegistries.of(config), settings.registration());
    }

    @Override
    public byte @Nullable [] serialize(final String topic, final @Nullable T message) {
        if (message == null) {
            return null;
        }
        return Configured.codec(codec).encode(subject(topic, message), message);
    }

    private String subject(final String topic, final T message) {
        if (!(strategy instanceof TopicNameStrategy)) {
            return strategy.subject(topic, isKey, message.getSchema());
        }
        final String known = topicSubjects.get(topic);
        return known != null
                ? known
                : topicSubjects.computeIfAbsent(topic, name -> strategy.subject(name, isKey, message.getSchema()));
    }
}
