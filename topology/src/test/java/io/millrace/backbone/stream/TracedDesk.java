package io.millrace.backbone.stream;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Input;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The desk side of a business without a broker, of whose records only the headers are looked at. */
final class TracedDesk implements AutoCloseable {

    private final Business business;
    private final AvroCodec codec;
    private final TopologyTestDriver driver;
    private int commands;

    TracedDesk(final Business business) {
        this.business = business;
        this.codec = new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://traced")), true);
        final Properties settings = new StreamsSettings(
                        "none:1", BusinessDriver.temporary(), "test", 1, 1, 0, null, Map.of())
                .desk(business);
        final TopologyConfig config = new TopologyConfig(new StreamsConfig(settings));
        this.driver = new TopologyTestDriver(DeskTopology.of(business, codec, config), settings, DeskTrial.NOON);
    }

    void send(final String desk, final @Nullable String actor, final SpecificRecord command, final Headers headers) {
        final Input input = business.inputOf(command.getClass());
        final byte[] value = codec.encode(
                input.topic() + "-value",
                Envelopes.command(input.envelope(), "c" + ++commands, desk, DeskTrial.NOON, actor, command));
        driver.createInputTopic(input.topic(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(desk.getBytes(StandardCharsets.UTF_8), value, headers, DeskTrial.NOON));
    }

    void later(final Duration passed) {
        driver.advanceWallClockTime(passed);
    }

    /** The header's value in each record that was written to a topic since the last time, where there is one. */
    List<Optional<String>> written(final String topic, final String header) {
        return driver
                .createOutputTopic(business.topic(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> Optional.ofNullable(record.headers().lastHeader(header))
                        .map(it -> new String(it.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
