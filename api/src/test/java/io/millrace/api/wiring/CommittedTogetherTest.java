package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.kit.Broker;
import io.millrace.backbone.stream.SafeClients;
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
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tasks of a thread wrote leaves with their commit, all of it or nothing. */
class CommittedTogetherTest {

    private static final String IN = "in";
    private static final String OUT = "out";
    private static final String NARROW = "narrow";

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
    void shouldWaitWithWhatNoTransactionHolds() {
        try (Producer<byte[], byte[]> producer = made(Map.of())) {
            final Future<RecordMetadata> one = producer.send(new ProducerRecord<>(OUT, 0, null, new byte[10]));
            producer.flush();
            assertThat(one.isDone()).isTrue();
        }
    }

    private static Producer<byte[], byte[]> transactional(final String id) {
        final Producer<byte[], byte[]> producer = made(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id));
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
        producer.sendOffsetsToTransaction(
                Map.of(new TopicPartition(IN, 0), new OffsetAndMetadata(1)), new ConsumerGroupMetadata("together"));
        producer.commitTransaction();
    }
}
