package io.millrace.api.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What may be committed while records are done in any order. */
class ProgressTest {

    private static final TopicPartition PARTITION = new TopicPartition("cafe.notices", 0);

    private final Progress progress = new Progress();

    @Test
    void shouldCommitUpToTheFirstThatIsNotDone() {
        for (int offset = 5; offset < 9; offset++) {
            progress.begun(record(offset));
        }
        assertThat(committable()).isEqualTo(5);
        progress.done(record(7));
        progress.done(record(5));
        assertThat(committable()).isEqualTo(6);
        progress.done(record(6));
        assertThat(committable()).isEqualTo(8);
        assertThat(progress.isAllDone()).isFalse();
        progress.done(record(8));
        assertThat(committable()).isEqualTo(9);
        assertThat(progress.isAllDone()).isTrue();
    }

    @Test
    void shouldSayNothingOfPartitionsItHasNotRead() {
        assertThat(progress.of(List.of(PARTITION))).isEmpty();
        progress.begun(record(1));
        progress.forget(List.of(PARTITION));
        progress.done(record(1));
        assertThat(progress.of(List.of(PARTITION))).isEmpty();
    }

    private long committable() {
        final OffsetAndMetadata offset = progress.of(List.of(PARTITION)).get(PARTITION);
        return offset == null ? -1 : offset.offset();
    }

    private static ConsumerRecord<byte[], byte[]> record(final long offset) {
        return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, new byte[0], new byte[0]);
    }
}
