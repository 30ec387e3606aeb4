package io.millrace.backbone.quarantine;

import io.millrace.backbone.stream.MillraceHeaders;
import io.millrace.backbone.stream.Place;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.UnfitException;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.Act;
import io.millrace.schemas.RepairAct;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** A café's keeper without a broker, and somebody who decides. */
final class KeeperDriver implements AutoCloseable {

    private final AvroCodec codec =
            new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://keeper")), true);
    private final TopologyTestDriver driver;
    private Instant now = DeskTrial.NOON;

    KeeperDriver() {
        final Topology topology = new Topology();
        KeeperTopology.add(topology, Cafe.BUSINESS, codec);
        final Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "keeper");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, BusinessDriver.temporary().toString());
        this.driver = new TopologyTestDriver(topology, settings, now);
    }

    /** Null for a reader: it says nothing of itself. */
    void arrives(final String place, final @Nullable Reader reader, final String key, final String value) {
        final Headers headers = new RecordHeaders();
        headers.add("mine", new byte[] {1});
        headers.add(MillraceHeaders.PLACE, "a lie".getBytes(StandardCharsets.UTF_8));
        pipe(
                "quarantine",
                key,
                value.getBytes(StandardCharsets.UTF_8),
                reader == null
                        ? headers
                        : Quarantine.headers(
                                headers,
                                Place.parse(place).orElseThrow(),
                                reader,
                                new UnfitException("it can't be read")));
    }

    void act(final String key, final String id, final RepairAct act) {
        pipe("acts", id, codec.encode("cafe.acts-value", new Act(id, act, key, "ann", now)), new RecordHeaders());
    }

    private void pipe(final String topic, final String key, final byte[] value, final Headers headers) {
        now = now.plusSeconds(1);
        driver.createInputTopic(Cafe.BUSINESS.topic(topic), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.getBytes(StandardCharsets.UTF_8), value, headers, now));
    }

    List<TestRecord<byte[], byte[]>> sent(final String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    KeptPage page() {
        return new KeptPage(Cafe.BUSINESS, codec, driver.getKeyValueStore(KeptNames.kept(Cafe.BUSINESS)));
    }

    AvroCodec codec() {
        return codec;
    }

    @Override
    public void close() {
        driver.close();
    }
}
