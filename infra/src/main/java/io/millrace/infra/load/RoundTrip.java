package io.millrace.infra.load;

import io.millrace.schemas.topic.TopicMaker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A record produced, and its answer consumed, on the same broker. Raw, and with somebody between who answers in
 * transactions, it is the limit that everything is compared with; with a desk between, it is what HTTP has to wait for.
 */
public final class RoundTrip implements AutoCloseable {

    private static final String TOPIC = "millrace.bench";
    private static final String ASKED = "millrace.bench.asked";
    private static final String ECHOED = "millrace.bench.echoed";
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BYTES = 200;

    private final Talk talk;
    private final AutoCloseable between;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Long, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread reader;
    private volatile boolean open = true;

    /** What is said, and what of the answers answers it. */
    interface Talk {

        ProducerRecord<byte[], byte[]> question(long number);

        /** Which question's answer this is; none of ours, if there is no such question. */
        long answered(ConsumerRecord<byte[], byte[]> record);
    }

    private record Numbers(String topic) implements Talk {

        @Override
        public ProducerRecord<byte[], byte[]> question(final long number) {
            final byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
            return new ProducerRecord<>(topic, key, new byte[BYTES]);
        }

        @Override
        public long answered(final ConsumerRecord<byte[], byte[]> record) {
            return ByteBuffer.wrap(record.key()).getLong();
        }
    }

    private RoundTrip(
            final String bootstrap, final List<TopicPartition> answers, final Talk talk, final AutoCloseable between) {
        this.talk = talk;
        this.between = between;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(answers);
        consumer.seekToEnd(answers);
        answers.forEach(consumer::position);
        reader = Thread.ofPlatform().name("round-trip").daemon().start(this::read);
    }

    /** Produced, and consumed by who produced it. */
    public static RoundTrip direct(final String bootstrap) {
        createTopic(bootstrap, TOPIC);
        return new RoundTrip(bootstrap, partitions(TOPIC), new Numbers(TOPIC), () -> {});
    }

    /** Produced, consumed and produced again in a transaction, and consumed once that is committed. */
    static RoundTrip echoed(final String bootstrap) {
        createTopic(bootstrap, ASKED);
        createTopic(bootstrap, ECHOED);
        return new RoundTrip(
                bootstrap,
                partitions(ECHOED),
                new Numbers(ASKED),
                new TransactionalEcho(bootstrap, partitions(ASKED), ECHOED));
    }

    /** A café's orders, produced as its façade does, and their receipts consumed: a desk with no HTTP before it. */
    static RoundTrip ruled(final String bootstrap, final CafeCrowd cafe) throws Exception {
        final DeskTalk talk = DeskTalk.overheard(bootstrap, cafe);
        return new RoundTrip(bootstrap, talk.receipts(), talk, () -> {});
    }

    static List<TopicPartition> partitions(final String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(n -> new TopicPartition(topic, n))
                .toList();
    }

    private static void createTopic(final String bootstrap, final String topic) {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap, "default.api.timeout.ms", 15_000, "request.timeout.ms", 10_000))) {
            TopicMaker.make(admin, List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())), PATIENCE);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final ExecutionException e) {
            throw new IllegalStateException(
                    "The bench's topic can't be made at the Kafka of --bootstrap, " + bootstrap + ": " + e.getCause(),
                    e);
        }
    }

    /** That many callers, each with one record under way at a time. */
    public Crowd.Run run(final int callers, final Duration time) throws InterruptedException {
        final ConcurrentHistogram micros = new ConcurrentHistogram(60_000_000L, 3);
        final long start = System.nanoTime();
        final long end = start + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Future<Integer>> all = IntStream.range(0, callers)
                    .mapToObj(_ -> threads.submit(() -> roundTripsUntil(end, micros)))
                    .toList();
            for (final Future<Integer> one : all) {
                one.get();
            }
        } catch (final ExecutionException e) {
            throw new IllegalStateException("a round trip failed: " + e.getCause(), e.getCause());
        }
        return new Crowd.Run(micros, Duration.ofNanos(System.nanoTime() - start));
    }

    private int roundTripsUntil(final long end, final ConcurrentHistogram micros)
            throws InterruptedException, ExecutionException, TimeoutException {
        int trips = 0;
        for (; System.nanoTime() < end; trips++) {
            final long before = System.nanoTime();
            final long number = numbers.incrementAndGet();
            final CompletableFuture<Void> back = new CompletableFuture<>();
            waiting.put(number, back);
            producer.send(talk.question(number));
            back.get(10, TimeUnit.SECONDS);
            micros.recordValue((System.nanoTime() - before) / 1_000);
        }
        return trips;
    }

    private void read() {
        while (open) {
            for (final ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                final CompletableFuture<Void> back = waiting.remove(talk.answered(record));
                if (back != null) {
                    back.complete(null);
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() throws Exception {
        open = false;
        reader.join();
        producer.close();
        between.close();
    }
}
