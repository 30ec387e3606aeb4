package io.millrace.backbone.audit;

import io.millrace.backbone.Business;
import io.millrace.backbone.quarantine.KeeperTopology;
import io.millrace.backbone.stream.RowStore;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The audit of a business: its journal and its receipts, into sums that must come out. It knows nothing of the desk. */
public final class AuditTopology {

    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    private AuditTopology() {}

    public static Topology of(final Business business, final AvroCodec codec, final TopologyConfig config) {
        final Topology topology = new Topology(config);
        final List<String> topics = topics(business);
        topics.forEach(topic -> topology.addSource(AuditNames.from(topic), READ, READ, topic));
        topology.addProcessor(
                AuditNames.AUDIT,
                () -> new AuditProcessor(business, codec),
                topics.stream().map(AuditNames::from).toArray(String[]::new));
        for (final String store : new String[] {AuditNames.ledger(business), AuditNames.findings(business)}) {
            topology.addStateStore(RowStore.of(store), AuditNames.AUDIT);
        }
        topology.addSink(AuditNames.TO_VIOLATIONS, Catalogue.VIOLATIONS, WRITE, WRITE, AuditNames.AUDIT);
        if (business.auditor().betweenDesks()) {
            topology.addSink(AuditNames.TO_CLAIMS, business.topic("claims"), WRITE, WRITE, AuditNames.AUDIT);
        }
        KeeperTopology.add(topology, business, codec);
        return topology;
    }

    /** What it says of another desk it reads again, where that desk is. */
    private static List<String> topics(final Business business) {
        final List<String> topics = new ArrayList<>(List.of(business.topic("journal"), business.topic("receipts")));
        if (business.auditor().betweenDesks()) {
            topics.add(business.topic("claims"));
        }
        return topics;
    }
}
