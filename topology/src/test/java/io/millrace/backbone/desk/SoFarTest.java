package io.millrace.backbone.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What a desk was brought once is known, and nothing else is taken for it. */
class SoFarTest {

    private static final String ORDERS = "cafe.orders";
    private static final long NOON = 1_000_000L;
    private static final long LATER = NOON + 1;

    private final AvroCodec codec =
            new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://so-far")), true);
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> books = books();
    private SoFar soFar = new SoFar(books, codec);

    @Test
    void shouldKnowWhatItHasRead() {
        assertThat(soFar.covers(at(ORDERS, 7), NOON)).isFalse();
        read(at(ORDERS, 7), NOON);

        assertThat(soFar.covers(at(ORDERS, 7), NOON)).isTrue();
        assertThat(soFar.covers(at(ORDERS, 3), NOON)).isTrue();
        assertThat(soFar.covers(at(ORDERS, 8), NOON)).isFalse();
        assertThat(soFar.covers(at("cafe.payments", 3), NOON)).isFalse();
    }

    @Test
    void shouldKnowItFromItsBooksAlone() {
        read(at(ORDERS, 7), NOON);
        soFar = new SoFar(books, codec);

        assertThat(soFar.covers(at(ORDERS, 7), NOON)).isTrue();
        assertThat(soFar.covers(at(ORDERS, 8), NOON)).isFalse();
    }

    @Test
    void shouldKnowNothingThatWasDecidedAndNotWritten() {
        soFar.reach(at(ORDERS, 7), NOON, new Writing());

        assertThat(soFar.covers(at(ORDERS, 7), NOON)).isFalse();
    }

    @Test
    void shouldReadATopicThatWasMadeAnew() {
        read(at(ORDERS, 7), NOON);

        assertThat(soFar.covers(at(ORDERS, 0), LATER)).isFalse();
        read(at(ORDERS, 0), LATER);
        assertThat(soFar.covers(at(ORDERS, 0), LATER)).isTrue();
        assertThat(soFar.covers(at(ORDERS, 1), LATER)).isFalse();
    }

    @Test
    void shouldRatherReadWhatAClockThatWasSetBackMakesDoubtful() {
        read(at(ORDERS, 7), LATER);
        read(at(ORDERS, 8), NOON);

        assertThat(soFar.covers(at(ORDERS, 7), LATER)).isFalse();
        assertThat(soFar.covers(at(ORDERS, 8), NOON)).isTrue();
        assertThat(soFar.covers(at(ORDERS, 9), NOON)).isFalse();
    }

    private void read(final RecordMetadata place, final long time) {
        final Writing writing = new Writing();
        soFar.reach(place, time, writing);
        writing.run(context, time);
    }

    private KeyValueStore<String, byte[]> books() {
        final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("books"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    private static RecordMetadata at(final String topic, final long offset) {
        return new RecordMetadata() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public int partition() {
                return 0;
            }

            @Override
            public long offset() {
                return offset;
            }
        };
    }
}
