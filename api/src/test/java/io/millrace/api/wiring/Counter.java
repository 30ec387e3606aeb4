package io.millrace.api.wiring;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** One of several instances that count what comes in, and say each number. Told so, a task is corrupted or stands still. */
final class Counter implements AutoCloseable {

    static final String APPLICATION = "counter";
    static final String IN = "in";
    static final String OUT = "out";
    static final String CORRUPT = "corrupt";
    static final String STALL = "stall";

    private static final Serde<String> TEXT = Serdes.String();

    /** What it was told, as it took it in. */
    final Queue<String> taken = new ConcurrentLinkedQueue<>();

    private final CountDownLatch stalled = new CountDownLatch(1);
    private final KafkaStreams streams;

    Counter(final String bootstrap, final Path dir, final Function<Topology, KafkaClientSupplier> clients) {
        final Properties settings = new Properties();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, dir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 200);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        final Topology topology = topology();
        streams = new KafkaStreams(topology, settings, clients.apply(topology));
        streams.start();
    }

    private Topology topology() {
        return new Topology()
                .addSource("source", TEXT.deserializer(), TEXT.deserializer(), IN)
                .addProcessor("count", Counting::new, "source")
                .addStateStore(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("counts"), TEXT, Serdes.Integer()),
                        "count")
                .addSink("sink", OUT, TEXT.serializer(), TEXT.serializer(), "count");
    }

    /** Which partitions it works on, once it runs. */
    Set<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .filter(_ -> streams.state() == KafkaStreams.State.RUNNING)
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }

    /** Whether it takes part in a rebalance that isn't over: then it won't commit. Nothing public says so. */
    boolean rebalancing() {
        final List<?> threads = (List<?>) value(streams, "threads");
        return (boolean) value(value(threads.getFirst(), "taskManager"), "rebalanceInProgress");
    }

    private static Object value(final Object of, final String name) {
        try {
            final Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (final ReflectiveOperationException e) {
            throw new LinkageError("Streams looks different inside", e);
        }
    }

    void release() {
        stalled.countDown();
    }

    @Override
    public void close() {
        release();
        streams.close();
    }

    private final class Counting extends ContextualProcessor<String, String, String, String> {

        @Override
        public void process(final Record<String, String> told) {
            final boolean forTheFirstTime = !taken.contains(told.value());
            taken.add(told.value());
            if (told.value().equals(CORRUPT) && forTheFirstTime) {
                throw new TaskCorruptedException(Set.of(context().taskId()));
            }
            if (told.value().equals(STALL)) {
                stand();
            }
            final KeyValueStore<String, Integer> counts = context().getStateStore("counts");
            final Integer before = counts.get(told.key());
            final int now = before == null ? 1 : before + 1;
            counts.put(told.key(), now);
            context().forward(told.withValue(now + " " + told.value()));
        }

        private void stand() {
            try {
                stalled.await();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
