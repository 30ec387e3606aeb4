package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.ReceiptShelf;
import io.millrace.backbone.stream.RowStore;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** The page side of a business: rows by desk, rows by person, sums per window, receipts; all from what is committed. */
public final class PageTopology {

    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    private PageTopology() {}

    public static Topology of(
            final Business business, final AvroCodec codec, final TopologyConfig config, final Properties properties) {
        return of(Generation.first(business), codec, config, properties);
    }

    public static Topology of(
            final Generation generation,
            final AvroCodec codec,
            final TopologyConfig config,
            final Properties properties) {
        final Business business = generation.business();
        final StreamsBuilder builder = new StreamsBuilder(config);
        addStores(builder, business);
        from(builder, business.topic("journal"))
                .merge(from(builder, business.topic("repairs")), Named.as(PageNames.WITH_REPAIRS))
                .process(() -> new PageProcessor(generation, codec), Named.as(PageNames.PAGES), pageStores(business));
        from(builder, business.topic("pushes"))
                .process(
                        () -> new PushProcessor(generation, codec),
                        Named.as(PageNames.PUSHES),
                        PageNames.rows(business));
        from(builder, generation.people())
                .process(
                        () -> new PersonProcessor(generation, codec),
                        Named.as(PageNames.PEOPLE),
                        PageNames.people(business));
        from(builder, business.topic("receipts"))
                .process(
                        () -> new ReceiptProcessor(generation, codec),
                        Named.as(PageNames.RECEIPTS),
                        PageNames.receipts(business));
        final Topology topology = builder.build(properties);
        topology.addSink(
                PageNames.TO_PEOPLE,
                generation.people(),
                WRITE,
                WRITE,
                new ToPeople(),
                PageNames.PAGES,
                PageNames.PUSHES);
        topology.addSink(PageNames.TO_NOTICES, business.topic("notices"), WRITE, WRITE, PageNames.PAGES);
        final String quarantine = business.topic("quarantine");
        topology.addSink(PageNames.TO_QUARANTINE, quarantine, WRITE, WRITE, PageNames.PAGES, PageNames.PUSHES);
        // sinks of their own: a shared one would make one sub-topology of all
        topology.addSink(PageNames.PEOPLE_TO_QUARANTINE, quarantine, WRITE, WRITE, PageNames.PEOPLE);
        topology.addSink(PageNames.RECEIPTS_TO_QUARANTINE, quarantine, WRITE, WRITE, PageNames.RECEIPTS);
        return topology;
    }

    private static KStream<byte[], byte[]> from(final StreamsBuilder builder, final String topic) {
        return builder.stream(
                topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(PageNames.from(topic)));
    }

    private static String[] pageStores(final Business business) {
        final List<String> names = new ArrayList<>(List.of(PageNames.rows(business), PageNames.parked(business)));
        if (!business.remembered().isEmpty()) {
            names.add(PageNames.history(business));
        }
        business.tallies().forEach(tally -> names.add(PageNames.tally(business, tally)));
        return names.toArray(String[]::new);
    }

    private static void addStores(final StreamsBuilder builder, final Business business) {
        for (final String name :
                new String[] {PageNames.rows(business), PageNames.people(business), PageNames.parked(business)}) {
            builder.addStateStore(RowStore.of(name));
        }
        if (!business.remembered().isEmpty()) {
            builder.addStateStore(History.store(PageNames.history(business)));
        }
        business.tallies().forEach(tally -> builder.addStateStore(Tallies.store(PageNames.tally(business, tally))));
        builder.addStateStore(ReceiptShelf.store(PageNames.receipts(business)));
    }

    /** A person's rows go to the person; how far a desk is goes to everybody. */
    static final class ToPeople implements StreamPartitioner<byte[], byte[]> {
        @Override
        public Optional<Set<Integer>> partitions(
                final String topic, final byte[] key, final byte[] value, final int count) {
            return new String(key, StandardCharsets.UTF_8).startsWith(PageKeys.MARK)
                    ? Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toSet()))
                    : Optional.of(Set.of(BuiltInPartitioner.partitionForKey(key, count)));
        }
    }
}
