package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch is committed with its last record, if anybody waits for any of it. */
class PolledBatchTest {

    private final PolledBatch batch = new PolledBatch();

    @AfterEach
    void close() {
        batch.close();
    }

    @Test
    void shouldCommitWithTheLastThoughThatCameToNothing() {
        polled(2);
        assertThat(PolledBatch.drained(true)).isFalse();
        assertThat(PolledBatch.drained(false)).isTrue();
    }

    @Test
    void shouldLeaveToTheIntervalWhatNobodyWaitsFor() {
        polled(1);
        assertThat(PolledBatch.drained(true)).isTrue();
        polled(1);
        assertThat(PolledBatch.drained(false)).isFalse();
    }

    @Test
    void shouldNotForgetWhoWaitsWhenMoreIsPolledMeanwhile() {
        polled(2);
        assertThat(PolledBatch.drained(true)).isFalse();
        polled(1);
        assertThat(PolledBatch.drained(false)).isTrue();
    }

    private void polled(final int count) {
        final TopicPartition menu = new TopicPartition("cafe.menu", 0);
        batch.onConsume(new ConsumerRecords<>(
                Map.of(
                        menu,
                        IntStream.range(0, count)
                                .mapToObj(n -> new ConsumerRecord<>(menu.topic(), 0, n, new byte[0], new byte[0]))
                                .toList()),
                Map.of()));
    }
}
