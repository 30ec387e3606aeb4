package io.millrace.backbone.desk;

import io.millrace.backbone.Business;
import io.millrace.backbone.Input;
import io.millrace.backbone.stream.ReceiptShelf;
import io.millrace.backbone.stream.RowStore;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * The desk side of a business: all its inputs into one desk, which writes journal and receipts; and from the journal
 * its reactions. Records travel as bytes, because what can't be read must reach the desk, and quarantine, whole.
 */
public final class DeskTopology {

    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    private DeskTopology() {}

    public static Topology of(final Business business, final AvroCodec codec, final TopologyConfig config) {
        final Topology topology = new Topology(config);
        final List<String> sources = new ArrayList<>();
        for (final String topic : business.commandTopics()) {
            topology.addSource(Names.from(topic), READ, READ, topic);
            sources.add(Names.from(topic));
        }
        topology.addProcessor(Names.DESK, () -> new DeskProcessor(business, codec), sources.toArray(String[]::new));
        addStores(topology, business);
        topology.addSink(Names.TO_JOURNAL, business.topic("journal"), WRITE, WRITE, Names.DESK);
        topology.addSink(Names.TO_RECEIPTS, business.topic("receipts"), WRITE, WRITE, Names.DESK);
        topology.addSink(Names.TO_ALARMS, business.topic("alarms"), WRITE, WRITE, Names.DESK);
        topology.addSink(Names.TO_QUARANTINE, business.topic("quarantine"), WRITE, WRITE, Names.DESK);
        addReactions(topology, business, codec);
        return topology;
    }

    private static void addStores(final Topology topology, final Business business) {
        topology.addStateStore(RowStore.of(Names.books(business)), Names.DESK);
        topology.addStateStore(ReceiptShelf.store(Names.receipts(business)), Names.DESK);
        topology.addStateStore(RowStore.direct(Names.alarms(business)), Names.DESK);
    }

    private static void addReactions(final Topology topology, final Business business, final AvroCodec codec) {
        if (!business.reacts()) {
            return;
        }
        final String journal = business.topic("journal");
        topology.addSource(Names.from(journal), READ, READ, journal);
        final String repairs = business.topic("repairs");
        topology.addSource(Names.from(repairs), READ, READ, repairs);
        topology.addProcessor(
                Names.REACTIONS,
                () -> new ReactionProcessor(business, codec),
                Names.from(journal),
                Names.from(repairs));
        for (final Input input : business.inputs()) {
            topology.addSink(Names.to(input.topic()), input.topic(), WRITE, WRITE, Names.REACTIONS);
        }
        // a sink of their own: one shared with the desk would make one sub-topology of both
        topology.addSink(Names.REACTIONS_TO_QUARANTINE, business.topic("quarantine"), WRITE, WRITE, Names.REACTIONS);
    }
}
