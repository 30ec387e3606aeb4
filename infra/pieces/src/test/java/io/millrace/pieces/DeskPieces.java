package io.millrace.pieces;

import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import io.millrace.testkit.BusinessDriver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The café's desk side as it runs, on RocksDB, without a broker: a command's bytes in, a journal and a receipt out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DeskPieces {

    private static final byte[] KEY = OrdersTaken.SHOP.getBytes(StandardCharsets.UTF_8);

    private final AvroCodec codec =
            new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://desk-pieces")), true);
    private final OrdersTaken shop = new OrdersTaken();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final TopologyTestDriver driver = driver();
    private final TestInputTopic<byte[], byte[]> orders = input("orders");
    private final List<TestOutputTopic<byte[], byte[]>> said = List.of(output("journal"), output("receipts"));

    /** Commands come as bytes; that somebody made those is not the desk's work. */
    @Setup
    public void fill() {
        input("menu").pipeInput(KEY, bytes("menu", shop.coffee()));
        for (int i = 0; i < Measuring.ORDERS; i++) {
            waiting.add(bytes("orders", shop.order()));
        }
    }

    @Benchmark
    public int desk() {
        orders.pipeInput(KEY, Objects.requireNonNull(waiting.poll(), "more was measured than there are orders"));
        return said.stream().mapToInt(it -> it.readRecordsToList().size()).sum();
    }

    @TearDown
    public void close() {
        driver.close();
    }

    private byte[] bytes(final String topic, final Envelope command) {
        return codec.encode(Cafe.BUSINESS.topic(topic) + "-value", command);
    }

    private TopologyTestDriver driver() {
        final Properties settings = new StreamsSettings(
                        "none:1", BusinessDriver.temporary(), "pieces", 1, 1, 0, null, Map.of())
                .desk(Cafe.BUSINESS);
        final TopologyConfig config = new TopologyConfig(new StreamsConfig(settings));
        return new TopologyTestDriver(DeskTopology.of(Cafe.BUSINESS, codec, config), settings, OrdersTaken.NOON);
    }

    private TestInputTopic<byte[], byte[]> input(final String topic) {
        return driver.createInputTopic(
                Cafe.BUSINESS.topic(topic), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<byte[], byte[]> output(final String topic) {
        return driver.createOutputTopic(
                Cafe.BUSINESS.topic(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
