package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.kit.Broker;
import io.millrace.backbone.stream.SafeClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * In the middle of a rebalance one task is found corrupted, and its neighbours in the same thread have written what is
 * not committed. They must neither lose it nor go on as if it were there.
 */
@ResourceLock("what Streams says of corrupted state")
class NeighboursTest {

    private static final int PARTITIONS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @Test
    void shouldSayEveryNumberOnceWhoeverIsCorruptedBeside() throws Exception {
        assertThat(saidBesideACorruptedTask(topology -> new SafeClients(Counter.APPLICATION, topology)))
                .allSatisfy((_, numbers) -> assertThat(numbers).containsExactly("1 before", "2 after"));
    }

    /** The day this fails, Streams does it right by itself, and {@code MortalProducer} can go. */
    @Test
    void shouldStillNeedMoreThanWhatStreamsDoes() throws Exception {
        assertThat(saidBesideACorruptedTask(_ -> new DefaultKafkaClientSupplier()))
                .anySatisfy((_, numbers) -> assertThat(numbers).doesNotContain("1 before"));
    }

    /** What was said of each key that was told of twice: before its neighbour was corrupted, and when all was over. */
    private Map<String, List<String>> saidBesideACorruptedTask(final Function<Topology, KafkaClientSupplier> clients)
            throws Exception {
        try (Broker broker = Broker.start()) {
            final String bootstrap = broker.bootstrap();
            make(bootstrap);
            try (KafkaProducer<String, String> teller = teller(bootstrap);
                    Counter one = new Counter(bootstrap, dir.resolve("one"), clients)) {
                until(() -> one.partitions().size() == PARTITIONS);
                try (Counter two = new Counter(bootstrap, dir.resolve("two"), clients)) {
                    until(() -> one.partitions().size() == PARTITIONS / 2
                            && two.partitions().size() == PARTITIONS / 2);
                    tell(teller, two.partitions().iterator().next(), "nobody", Counter.STALL);
                    until(() -> two.taken.contains(Counter.STALL));

                    final Set<Integer> neighbours = new TreeSet<>(one.partitions());
                    try (Counter three = new Counter(bootstrap, dir.resolve("three"), clients)) {
                        until(one::rebalancing);
                        final int corrupted = neighbours.iterator().next();
                        neighbours.remove(corrupted);
                        tellAll(teller, neighbours, "before");
                        until(() -> one.taken.size() == neighbours.size());
                        tell(teller, corrupted, "nobody", Counter.CORRUPT);
                        until(() -> one.taken.contains(Counter.CORRUPT));
                        two.release();

                        until(() -> !one.rebalancing() && !three.partitions().isEmpty());
                        tellAll(teller, neighbours, "after");
                        return said(bootstrap, neighbours);
                    }
                }
            }
        }
    }

    private static void make(final String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(
                            new NewTopic(Counter.IN, PARTITIONS, (short) 1), new NewTopic(Counter.OUT, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, String> teller(final String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
    }

    private static void tellAll(
            final KafkaProducer<String, String> teller, final Set<Integer> partitions, final String when)
            throws Exception {
        for (final int partition : partitions) {
            tell(teller, partition, "key-" + partition, when);
        }
    }

    private static void tell(
            final KafkaProducer<String, String> teller, final int partition, final String key, final String what)
            throws Exception {
        teller.send(new ProducerRecord<>(Counter.IN, partition, key, what)).get();
    }

    /** Read until what was told last was said. */
    private static Map<String, List<String>> said(final String bootstrap, final Set<Integer> partitions) {
        final Map<String, List<String>> said = new HashMap<>();
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            final List<TopicPartition> all = List.of(new TopicPartition(Counter.OUT, 0));
            reader.assign(all);
            reader.seekToBeginning(all);
            until(() -> {
                reader.poll(Duration.ofMillis(100))
                        .forEach(it -> said.computeIfAbsent(it.key(), _ -> new ArrayList<>())
                                .add(it.value()));
                return partitions.stream()
                        .map(it -> said.getOrDefault("key-" + it, List.of()))
                        .allMatch(it -> !it.isEmpty() && it.getLast().endsWith("after"));
            });
        }
        said.keySet().remove("nobody");
        return said;
    }

    private static void until(final Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }
}
