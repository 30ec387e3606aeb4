package io.millrace.api.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** What a reader of topics bears, and how it ends. */
class TopicReaderTest {

    private static final TopicPartition JOURNAL = new TopicPartition("cafe.journal", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final Queue<String> read = new ConcurrentLinkedQueue<>();

    @Test
    void shouldWaitOutWhatIsTemporary() {
        try (TopicReader reader = started(this::keep)) {
            consumer.schedulePollTask(() -> consumer.setPollException(new DisconnectException("away")));
            consumer.schedulePollTask(() -> record(0, "after all"));

            await().untilAsserted(() -> assertThat(read).containsExactly("after all"));
            assertThat(reader.alive()).isTrue();
        }
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void shouldBeDeadAfterWhatKafkaWillNeverAllow() {
        try (TopicReader reader = started(this::keep)) {
            consumer.schedulePollTask(() -> consumer.setPollException(new TopicAuthorizationException("no")));

            await().untilAsserted(() -> assertThat(reader.alive()).isFalse());
            await().until(consumer::closed);
        }
    }

    @Test
    void shouldBeDeadWhenWhoIsToldBreaks() {
        try (TopicReader reader = started(records -> {
            if (!records.isEmpty()) {
                throw new IllegalStateException("broken");
            }
        })) {
            consumer.schedulePollTask(() -> record(0, "anything"));

            await().untilAsserted(() -> assertThat(reader.alive()).isFalse());
        }
    }

    @Test
    void shouldCloseWhatItNeverBegan() {
        new TopicReader("journals", consumer, this::keep).close();

        assertThat(consumer.closed()).isTrue();
    }

    private TopicReader started(final java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> told) {
        consumer.assign(List.of(JOURNAL));
        consumer.updateBeginningOffsets(Map.of(JOURNAL, 0L));
        final TopicReader reader = new TopicReader("journals", consumer, told);
        reader.start();
        return reader;
    }

    private void keep(final ConsumerRecords<byte[], byte[]> records) {
        records.forEach(it -> read.add(new String(it.value(), UTF_8)));
    }

    private void record(final long offset, final String text) {
        consumer.addRecord(new ConsumerRecord<>(JOURNAL.topic(), 0, offset, new byte[0], text.getBytes(UTF_8)));
    }
}
