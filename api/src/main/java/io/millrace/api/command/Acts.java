package io.millrace.api.command;

import io.millrace.backbone.Business;
import io.millrace.schemas.Act;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** Writes down what people decide about records in quarantine: who, what and when, before anything follows from it. */
public final class Acts {

    private static final Duration TO_BE_TAKEN = Duration.ofSeconds(2);

    private final KafkaOperations<byte[], byte[]> kafka;
    private final AvroCodec codec;
    private final InstantSource clock;

    public Acts(final KafkaOperations<byte[], byte[]> kafka, final AvroCodec codec, final InstantSource clock) {
        this.kafka = kafka;
        this.codec = codec;
        this.clock = clock;
    }

    /** Who wants what done about the record of this id, which lies in that partition. */
    public record Decision(
            String id,
            int partition,
            RepairAct act,
            String key,
            @Nullable String by) {}

    /** Returns when it is written for good. */
    public void write(final Business business, final Decision decision) {
        final String topic = business.topic("acts");
        final Instant now = Instant.ofEpochMilli(clock.millis());
        final Act act = new Act(decision.id(), decision.act(), decision.key(), decision.by(), now);
        final byte[] key = decision.id().getBytes(StandardCharsets.UTF_8);
        final byte[] value = codec.encode(topic + "-value", act);
        Taken.by(kafka, new ProducerRecord<>(topic, decision.partition(), key, value), TO_BE_TAKEN);
    }
}
