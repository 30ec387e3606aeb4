package io.millrace.embedded;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Held;
import io.millrace.backbone.Input;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.page.Pages;
import io.millrace.backbone.stream.SafeClients;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** One business in a program of one's own: its desks and its pages as two Streams applications; no HTTP, no Spring. */
public final class Embedded implements AutoCloseable {

    private final Business business;
    private final AvroCodec codec;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaStreams desks;
    private final KafkaStreams pages;

    public Embedded(final Business business, final String bootstrap, final String registry, final Path state)
            throws ExecutionException, InterruptedException {
        this.business = business;
        codec = new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", registry)), true);
        makeTopics(bootstrap);
        final StreamsSettings settings = new StreamsSettings(bootstrap, state, "embedded", 1, 1, 0, null, Map.of());
        final Properties desk = settings.desk(business);
        desks = running(DeskTopology.of(business, codec, named(desk)), desk);
        final Properties page = settings.pages(business);
        pages = running(PageTopology.of(business, codec, named(page), page), page);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
    }

    /** Each topic as the catalogue has it; those that are there already stay as they are. */
    private void makeTopics(final String bootstrap) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            final var there = admin.listTopics().names().get();
            final List<NewTopic> missing = Catalogue.of(List.of(business)).stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), 2, (short) 1).configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get();
        }
    }

    /** Under that id it happens once, however often it is sent; the desk decides whether. */
    public void send(final String commandId, final String desk, final SpecificRecord command)
            throws ExecutionException, InterruptedException {
        final Input input = business.inputOf(command.getClass());
        final SpecificRecord envelope =
                Envelopes.command(input.envelope(), commandId, desk, Instant.now(), null, command);
        final byte[] value = codec.encode(input.topic() + "-value", envelope);
        producer.send(new ProducerRecord<>(input.topic(), desk, value)).get();
    }

    /** What a page shows, as far as it is folded. */
    public <T extends SpecificRecord> Optional<T> find(final String desk, final Shelf<T> shelf, final String id) {
        final PageRows rows = new Pages(business, codec, new LocalStores(pages)).desk(desk);
        return rows.find(shelf, id).map(Held::value);
    }

    /** Whether its pages, all of them here, can be read. */
    public boolean ready() {
        return desks.state() == KafkaStreams.State.RUNNING && pages.state() == KafkaStreams.State.RUNNING;
    }

    private static TopologyConfig named(final Properties settings) {
        return new TopologyConfig(new StreamsConfig(settings));
    }

    private static KafkaStreams running(final Topology topology, final Properties settings) {
        final String application = settings.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        final KafkaStreams streams = new KafkaStreams(topology, settings, new SafeClients(application, topology));
        streams.start();
        return streams;
    }

    @Override
    public void close() {
        producer.close();
        desks.close();
        pages.close();
    }
}
