package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.kit.Broker;
import io.millrace.backbone.stream.SafeClients;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.cafe.Cafe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tasks of a thread wrote leaves with their commit, all of it or nothing. */
class CommittedTogetherTest {

    private static final String IN = "in";
    private static final String OUT = "out";
    private static final String NARROW = "narrow";

    /** A topic that a desk reads, and what makes it leave its place to its books where it is alone. */
    private static final String READ_ALONE = "cafe.orders";

    private static final Map<String, Object> LONE = Map.of(
            "millrace.own.places",
            new StreamsSettings("none:1", Path.of("none"), "one", 1, 1, 0, null, Map.of())
                    .loneDesk(Cafe.BUSINESS)
                    .get(StreamsConfig.producerPrefix("millrace.own.places")));

    /** Nothing leaves just because time has passed. */
    private static final int LINGER = Math.toIntExact(Duration.ofSeconds(50).toMillis());

    @SuppressWarnings("NullAway.Init")
    private static Broker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = Broker.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(
                            new NewTopic(IN, 1, (short) 1),
                            new NewTopic(OUT, 2, (short) 1),
                            new NewTopic(NARROW, 1, (short) 1).configs(Map.of("max.message.bytes", "100"))))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @Test
    void shouldWaitForNoTaskAloneAndForAllOfThemWithTheCommit() {
        try (Producer<byte[], byte[]> producer = transactional("together")) {
            final Future<RecordMetadata> one = producer.send(new ProducerRecord<>(OUT, 0, null, new byte[10]));
            producer.flush();
            final Future<RecordMetadata> other = producer.send(new ProducerRecord<>(OUT, 1, null, new byte[10]));
            producer.flush();
            assertThat(one.isDone() || other.isDone()).isFalse();

            commit(producer);
            assertThat(one.isDone() && other.isDone()).isTrue();
        }
    }

    @Test
    void shouldCommitNothingIfTheBrokerDidNotTakeOneOfThem() {
        try (Producer<byte[], byte[]> producer = transactional("refused")) {
            producer.send(new ProducerRecord<>(OUT, 0, null, new byte[10]));
            producer.send(new ProducerRecord<>(NARROW, 0, null, new byte[1_000]));
            producer.flush();
            assertThatThrownBy(() -> commit(producer)).isInstanceOf(KafkaException.class);
            producer.abortTransaction();
        }
    }

    @Test
    void shouldCommitWhatNoPlaceGoesWith() {
        try (Producer<byte[], byte[]> producer = transactional("alone", LONE)) {
            final Future<RecordMetadata> one = producer.send(new ProducerRecord<>(OUT, 0, null, new byte[10]));
            commit(producer, READ_ALONE);
            assertThat(one.isDone()).isTrue();
        }
    }

    @Test
    void shouldCommitNothingWithoutAPlaceIfTheBrokerDidNotTakeOneOfThem() {
        try (Producer<byte[], byte[]> producer = transactional("refused alone", LONE)) {
            producer.send(new ProducerRecord<>(OUT, 0, null, new byte[10]));
            producer.send(new ProducerRecord<>(NARROW, 0, null, new byte[1_000]));
            assertThatThrownBy(() -> commit(producer, READ_ALONE)).isInstanceOf(KafkaException.class);
            producer.abortTransaction();
        }
    }

    @Test
    void shouldWaitWithWhatNoTransactionHolds() {
        try (Producer<byte[], byte[]> producer = made(Map.of())) {
            final Future<RecordMetadata> one = producer.send(new ProducerRecord<>(OUT, 0, null, new byte[10]));
            producer.flush();
            assertThat(one.isDone()).isTrue();
        }
    }

    private static Producer<byte[], byte[]> transactional(final String id) {
        return transactional(id, Map.of());
    }

    private static Producer<byte[], byte[]> transactional(final String id, final Map<String, Object> more) {
        final Map<String, Object> config = new HashMap<>(more);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        final Producer<byte[], byte[]> producer = made(config);
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    private static Producer<byte[], byte[]> made(final Map<String, Object> more) {
        final Map<String, Object> config = new HashMap<>(more);
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER);
        return new SafeClients("together", new Topology()).getProducer(config);
    }

    private static void commit(final Producer<byte[], byte[]> producer) {
        commit(producer, IN);
    }

    private static void commit(final Producer<byte[], byte[]> producer, final String read) {
        producer.sendOffsetsToTransaction(
                Map.of(new TopicPartition(read, 0), new OffsetAndMetadata(1)), new ConsumerGroupMetadata("together"));
        producer.commitTransaction();
    }
}
