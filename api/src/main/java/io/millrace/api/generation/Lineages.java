package io.millrace.api.generation;

import io.millrace.api.command.NotTakenException;
import io.millrace.api.command.Taken;
import io.millrace.api.topic.WholeTopics;
import io.millrace.backbone.Business;
import io.millrace.backbone.stream.Voice;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.GenerationAct;
import io.millrace.schemas.GenerationStep;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/**
 * What every instance knows of generations: read from the one topic on which they are decided. Whoever decides writes
 * there first, and goes by what is read back: two who decide at once get the same answer as everybody else.
 */
public final class Lineages implements AutoCloseable {

    private static final Duration TO_BE_TAKEN = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 1_000;
    private static final long SLACK_MILLIS = Lineage.HEARD.toMillis() / 2;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final AvroCodec codec;
    private final WholeTopics reader;
    private final Map<String, Lineage> lineages = new ConcurrentHashMap<>();
    private final Map<Integer, Long> read = new ConcurrentHashMap<>();
    private volatile java.util.function.Consumer<String> listener = _ -> {};
    private volatile long known;

    public Lineages(
            final Consumer<byte[], byte[]> consumer,
            final KafkaOperations<byte[], byte[]> kafka,
            final AvroCodec codec) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.codec = codec;
        this.reader = new WholeTopics("generations", consumer, this::told, this::look);
    }

    /** Returns when it knows all that was decided. */
    public void start(final int partitions) {
        reader.start(IntStream.range(0, partitions)
                .mapToObj(it -> new TopicPartition(Catalogue.GENERATIONS, it))
                .toList());
    }

    /** Whoever is told of each business that changes from now on. */
    public void follow(final java.util.function.Consumer<String> changed) {
        listener = changed;
    }

    public boolean alive() {
        return reader.alive();
    }

    public Lineage of(final Business business) {
        return lineages.getOrDefault(business.name(), Lineage.FIRST);
    }

    /** The voice of one generation: see {@link Lineage#HEARD}. */
    public Voice voice(final Business business, final int number) {
        return timestamp -> tells(business, number, timestamp);
    }

    /** Written down, and read back: what came of it is in the lineage. */
    public void decide(
            final Business business,
            final GenerationStep step,
            final int number,
            final String key,
            final @Nullable String by) {
        final GenerationAct act = new GenerationAct(
                business.name(), step, number, key, by, Instant.ofEpochMilli(System.currentTimeMillis()));
        final long deadline = System.nanoTime() + TO_BE_TAKEN.toNanos();
        final byte[] whose = business.name().getBytes(StandardCharsets.UTF_8);
        final byte[] value = codec.encode(Catalogue.GENERATIONS + "-value", act);
        final RecordMetadata place =
                Taken.by(kafka, new ProducerRecord<>(Catalogue.GENERATIONS, whose, value), TO_BE_TAKEN);
        while (read.getOrDefault(place.partition(), -1L) < place.offset()) {
            if (System.nanoTime() > deadline) {
                throw new NotTakenException("It is not read back yet.", new TimeoutException());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void told(final ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null && codec.decode(record.value()) instanceof GenerationAct act) {
            lineages.compute(
                    act.getBusiness(),
                    (_, before) -> (before == null ? Lineage.FIRST : before)
                            .after(act, Instant.ofEpochMilli(record.timestamp())));
            listener.accept(act.getBusiness());
        }
        read.put(record.partition(), record.offset());
    }

    /** Up to when it is certain that nothing was decided which isn't known here. */
    private void look() {
        final long now = System.currentTimeMillis();
        if (now - known > LOOK_MILLIS
                && lineages.values().stream().anyMatch(it -> it.lives().size() > 1)) {
            final Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            if (ends.entrySet().stream().allMatch(it -> consumer.position(it.getKey()) >= it.getValue())) {
                known = now;
            }
        }
    }

    /**
     * Who speaks, speaks. Who would be silent has to know for certain that it isn't its turn, and waits until it does:
     * nobody is shown what it makes.
     */
    private boolean tells(final Business business, final int number, final long timestamp) {
        final long deadline = System.nanoTime() + LONGEST.toNanos();
        while (of(business).speaker(timestamp) != number) {
            final long about = Math.min(timestamp, System.currentTimeMillis());
            if (known >= about - SLACK_MILLIS
                    || System.nanoTime() > deadline
                    || Thread.currentThread().isInterrupted()) {
                return of(business).speaker(timestamp) == number;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    @Override
    public void close() {
        reader.close();
    }
}
