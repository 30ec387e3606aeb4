package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cafe.Cafe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** Desks commit when a batch is worked off; unless somebody names an interval, for fewer commits and later answers. */
class SeldomCommitsTest {

    private static final ConsumerRecords<byte[], byte[]> ONE = new ConsumerRecords<>(
            Map.of(
                    new TopicPartition("cafe.menu", 0),
                    List.of(new ConsumerRecord<>("cafe.menu", 0, 7, new byte[0], new byte[0]))),
            Map.of());

    @Test
    void shouldCommitWhenTheBatchIsWorkedOff() {
        assertThat(drainedAfter(desk(Map.of()))).isTrue();
    }

    @Test
    void shouldCommitByTheIntervalThatIsNamed() {
        final Properties settings = desk(Map.of(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "2000"));

        assertThat(settings).containsEntry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "2000");
        assertThat(drainedAfter(settings)).isFalse();
    }

    private static boolean drainedAfter(final Properties settings) {
        try (PolledBatch batch = new PolledBatch()) {
            final Object never = settings.get(StreamsConfig.mainConsumerPrefix(PolledBatch.NEVER));
            batch.configure(Map.of(PolledBatch.NEVER, never));
            batch.onConsume(ONE);
            return PolledBatch.drained(true);
        }
    }

    private static Properties desk(final Map<String, String> clients) {
        return new StreamsSettings("localhost:1", Path.of("state"), "one", 1, 1, 0, null, clients).desk(Cafe.BUSINESS);
    }
}
