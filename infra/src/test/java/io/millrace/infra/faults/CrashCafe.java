package io.millrace.infra.faults;

import static org.awaitility.Awaitility.await;

import io.millrace.backbone.Envelopes;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.cafe.Cafe;
import io.millrace.schemas.cafe.MenuCommand;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** A café's desk alone on a real broker, to be crashed and started again on the same state. */
final class CrashCafe implements AutoCloseable {

    private static final String REGISTRY = "mock://crash";
    private static final Duration SOON = Duration.ofSeconds(90);

    private final AvroCodec codec = new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", REGISTRY)), true);
    private final StreamsSettings streamed;
    private final Random random;
    private final KafkaProducer<byte[], byte[]> producer;
    private final EvidenceReader reader;
    private CrashingClients clients = new CrashingClients();
    private int sent;

    @SuppressWarnings("NullAway.Init") // started before anything else
    private KafkaStreams streams;

    CrashCafe(final String bootstrap, final Path dir, final Random random) throws Exception {
        this.random = random;
        this.streamed = new StreamsSettings(bootstrap, dir.resolve("streams"), "crash", 1, 1, 0, null, Map.of());
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        this.reader = new EvidenceReader(bootstrap, REGISTRY);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(Catalogue.of(Cafe.BUSINESS).stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        }
    }

    void start(final CrashingClients with) {
        clients = with;
        final Properties settings = streamed.loneDesk(Cafe.BUSINESS);
        streams = new KafkaStreams(
                DeskTopology.of(Cafe.BUSINESS, codec, new TopologyConfig(new StreamsConfig(settings))), settings, with);
        streams.setUncaughtExceptionHandler(_ -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams.start();
    }

    CrashingClients clients() {
        return clients;
    }

    void stop() {
        streams.close(Duration.ofSeconds(10));
    }

    /** Commands, some of them under an id that was sent before. */
    void send(final int count) {
        for (int n = 0; n < count; n++) {
            final boolean again = sent > 0 && random.nextInt(4) == 0;
            final int id = again ? random.nextInt(sent) : sent++;
            send("c" + id, command(id));
        }
        producer.flush();
    }

    private static SpecificRecord command(final int id) {
        return id % 7 == 0
                ? new RegisterItem("item-" + id, "Item", 1_000L, 5L)
                : new RestockItem("item-" + id / 7 * 7, (long) id);
    }

    private void send(final String id, final SpecificRecord payload) {
        final var command = Envelopes.command(MenuCommand.class, id, "gangnam", Instant.EPOCH, null, payload);
        producer.send(new ProducerRecord<>(
                "cafe.menu", "gangnam".getBytes(StandardCharsets.UTF_8), codec.encode("cafe.menu-value", command)));
    }

    /** As many as commands were sent: each of them gets one, be it the same one again. */
    void awaitReceipts() {
        await().atMost(SOON).until(() -> reader.size("cafe.receipts") >= reader.size("cafe.menu"));
    }

    Evidence evidence() {
        return reader.of(Cafe.BUSINESS);
    }

    SortedMap<String, SpecificRecord> books() {
        final SortedMap<String, SpecificRecord> books = new TreeMap<>();
        final var store = streams.store(StoreQueryParameters.fromNameAndType(
                "cafe-books", QueryableStoreTypes.<String, byte[]>keyValueStore()));
        try (var all = store.all()) {
            all.forEachRemaining(row -> books.put(row.key, codec.decode(row.value)));
            books.keySet().removeIf(it -> it.startsWith("~"));
        }
        return books;
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(10));
        producer.close();
        reader.close();
    }
}
