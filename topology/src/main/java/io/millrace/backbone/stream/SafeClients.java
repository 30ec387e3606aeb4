package io.millrace.backbone.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients that an application of ours runs with. Consumers keep a pace, see {@link PacedConsumer}; producers end with
 * the first transaction they abort, see {@link MortalProducer}; and they know the changelogs before they write to them. A store's memory is locked while it is
 * written out, and a producer that has to ask for a topic first waits for a broker that is away: so would everybody who
 * reads that store.
 */
public final class SafeClients extends DefaultKafkaClientSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(SafeClients.class);

    private final List<String> changelogs;
    private final Queue<Producer<byte[], byte[]>> strangers = new ConcurrentLinkedQueue<>();

    public SafeClients(final String application, final Topology topology) {
        this.changelogs = changelogs(application, topology);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(final Map<String, Object> config) {
        return new PacedConsumer(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(final Map<String, Object> config) {
        final Producer<byte[], byte[]> made = new MortalProducer(config);
        strangers.add(made);
        return made;
    }

    /** To be called whenever the application is running: its changelogs are there then. */
    public void acquaint() {
        Thread.ofVirtual().name("acquaint").start(() -> {
            for (Producer<byte[], byte[]> next = strangers.poll(); next != null; next = strangers.poll()) {
                acquaint(next);
            }
        });
    }

    private void acquaint(final Producer<byte[], byte[]> stranger) {
        try {
            changelogs.forEach(stranger::partitionsFor);
        } catch (final KafkaException | IllegalStateException e) {
            // closed meanwhile, or no broker to ask: it asks when it writes
            LOG.debug("a producer doesn't know its changelogs yet", e);
        }
    }

    private static List<String> changelogs(final String application, final Topology topology) {
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Processor.class::isInstance)
                .map(TopologyDescription.Processor.class::cast)
                .map(TopologyDescription.Processor::stores)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .map(store -> application + "-" + store + "-changelog")
                .toList();
    }
}
