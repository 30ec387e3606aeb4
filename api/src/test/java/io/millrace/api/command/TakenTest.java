package io.millrace.api.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What somebody decides while the broker is away is not taken, and they are told to come again. */
class TakenTest {

    @Test
    void shouldSayThatNobodyTookIt() {
        final var producers = new DefaultKafkaProducerFactory<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:1",
                        // known at once, and thrown by the sending itself; later it would be the future's
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        "50"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try {
            assertThatThrownBy(() -> Taken.by(
                            new KafkaTemplate<>(producers),
                            new ProducerRecord<>("cafe.acts", new byte[0]),
                            Duration.ofSeconds(2)))
                    .isInstanceOf(NotTakenException.class);
        } finally {
            producers.destroy();
        }
    }
}
