package io.millrace.testkit;

import io.millrace.backbone.page.Generation;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.test.TestRecord;

/** One generation of a business's pages, made of journals that were written elsewhere. */
public final class PageDriver implements AutoCloseable {

    private final Generation generation;
    private final AvroCodec codec;
    private final TopologyTestDriver driver;

    public PageDriver(final Generation generation, final AvroCodec codec) {
        this.generation = generation;
        this.codec = codec;
        final StreamsSettings settings =
                new StreamsSettings("none:1", BusinessDriver.temporary(), "test", 1, 1, 0, null, Map.of());
        final Properties pages = settings.pages(generation.application());
        this.driver = new TopologyTestDriver(
                PageTopology.of(generation, codec, new TopologyConfig(new StreamsConfig(pages)), pages), pages);
    }

    /** As they stand in the journal, each at its own time. */
    public void fold(final List<byte[]> entries) {
        for (final byte[] entry : entries) {
            final JournalEntry read = (JournalEntry) codec.decode(entry);
            pipe("journal", read.getDesk(), entry, read.getAt());
        }
    }

    public void pipe(final String topic, final String key, final byte[] value, final Instant at) {
        driver.createInputTopic(
                        generation.business().topic(topic), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, new RecordHeaders(), at));
    }

    /** What it told the world since it was asked last. */
    public List<TestRecord<byte[], byte[]>> told(final String topic) {
        return driver.createOutputTopic(
                        generation.business().topic(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public KeyValueStore<String, byte[]> rows(final String store) {
        return driver.getKeyValueStore(store);
    }

    public ReadOnlyWindowStore<byte[], byte[]> sums(final String store) {
        return driver.getWindowStore(store);
    }

    @Override
    public void close() {
        driver.close();
    }
}
