package io.millrace.backbone.audit;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.wire.AvroCodec;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.Stores;

/** The audit of a business: its journal and its receipts, into sums that must come out. It knows nothing of the desk. */
public final class AuditTopology {

    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    private AuditTopology() {}

    public static Topology of(final Business business, final AvroCodec codec, final TopologyConfig config) {
        final Topology topology = new Topology(config);
        final String[] topics = {business.topic("journal"), business.topic("receipts")};
        final String[] sources = {AuditNames.from(topics[0]), AuditNames.from(topics[1])};
        topology.addSource(sources[0], READ, READ, topics[0]);
        topology.addSource(sources[1], READ, READ, topics[1]);
        topology.addProcessor(AuditNames.AUDIT, () -> new AuditProcessor(business, codec), sources);
        for (final String store : new String[] {AuditNames.ledger(business), AuditNames.findings(business)}) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(store), Serdes.String(), Serdes.ByteArray()),
                    AuditNames.AUDIT);
        }
        topology.addSink(AuditNames.TO_VIOLATIONS, Catalogue.VIOLATIONS, WRITE, WRITE, AuditNames.AUDIT);
        return topology;
    }
}
