package io.millrace.backbone.quarantine;

import io.millrace.backbone.Business;
import io.millrace.backbone.stream.RowStore;
import io.millrace.schemas.wire.AvroCodec;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** A business's keeper: quarantine and what people decide about it, into what is shown, and into what is tried again. */
public final class KeeperTopology {

    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    private KeeperTopology() {}

    public static void add(final Topology topology, final Business business, final AvroCodec codec) {
        final String quarantine = business.topic("quarantine");
        final String acts = business.topic("acts");
        topology.addSource(KeptNames.from(quarantine), READ, READ, quarantine);
        topology.addSource(KeptNames.from(acts), READ, READ, acts);
        topology.addProcessor(
                KeptNames.KEEPER, () -> new Keeper(business, codec), KeptNames.from(quarantine), KeptNames.from(acts));
        topology.addStateStore(RowStore.direct(KeptNames.kept(business)), KeptNames.KEEPER);
        for (final String topic : KeptNames.sentAgain(business)) {
            topology.addSink(KeptNames.again(topic), topic, WRITE, WRITE, KeptNames.KEEPER);
        }
        topology.addSink(
                KeptNames.TO_REPAIRS, business.topic("repairs"), WRITE, WRITE, new ToThePlace(codec), KeptNames.KEEPER);
        topology.addSink(KeptNames.TO_QUARANTINE, quarantine, WRITE, WRITE, KeptNames.KEEPER);
    }
}
