package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.internals.OffsetCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a windowed store says when it is empty: Streams takes "no place" for a crash. */
class MendedWindowsTest {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);

    @TempDir
    private Path data;

    @Test
    void shouldKnowItsPlaceWhileNothingWasEverWritten() {
        final WindowStore<Bytes, byte[]> store = opened();
        assertThat(store.committedOffset(CHANGELOG)).isEqualTo(OffsetCheckpoint.OFFSET_UNKNOWN);
        store.close();
    }

    @Test
    void shouldNotPretendToKnowItsPlaceOnceSomethingWas() {
        final WindowStore<Bytes, byte[]> store = opened();
        store.put(Bytes.wrap("a".getBytes(StandardCharsets.UTF_8)), new byte[] {1}, 0);
        assertThat(store.committedOffset(CHANGELOG)).isNull();
        store.close();
    }

    private WindowStore<Bytes, byte[]> opened() {
        final WindowStore<Bytes, byte[]> store = MendedWindows.of(
                        Stores.persistentWindowStore("receipts", PERIOD.multipliedBy(2), PERIOD, false))
                .get();
        final MockProcessorContext<Bytes, byte[]> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), data.toFile());
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
