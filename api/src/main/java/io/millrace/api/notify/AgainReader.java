package io.millrace.api.notify;

import io.millrace.api.trace.Tracing;
import io.millrace.schemas.Notice;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes notices from one retry topic when their time has come. All of a topic wait equally long, so the first of a
 * partition that isn't due makes it rest until then; no other topic rests with it.
 */
final class AgainReader implements NoticeReader {

    private final AvroCodec codec;
    private final Map<String, Endpoint> endpoints;
    private final News news;
    private final Rounds rounds;
    private final Progress progress;
    private final Tracing tracing;
    private final InstantSource clock;
    private final Duration delay;
    private final BiConsumer<TopicPartition, Duration> rest;

    /** {@code rest}: lets a partition rest for so long. */
    AgainReader(
            final AvroCodec codec,
            final Map<String, Endpoint> endpoints,
            final News news,
            final Rounds rounds,
            final Progress progress,
            final Tracing tracing,
            final InstantSource clock,
            final Duration delay,
            final BiConsumer<TopicPartition, Duration> rest) {
        this.codec = codec;
        this.endpoints = endpoints;
        this.news = news;
        this.rounds = rounds;
        this.progress = progress;
        this.tracing = tracing;
        this.clock = clock;
        this.delay = delay;
        this.rest = rest;
    }

    @Override
    public void read(final List<ConsumerRecord<byte[], byte[]>> records, final Consumer<?, ?> consumer) {
        final List<Arrived> due = new ArrayList<>();
        for (final ConsumerRecord<byte[], byte[]> record : due(records, consumer)) {
            due.add(Arrived.of(record, codec));
        }
        for (final Arrived one : due) {
            progress.begun(one.record());
            tracing.during(one.step(), one.record().headers(), () -> taken(one))
                    .thenRun(() -> progress.done(one.record()));
        }
        Commits.commit(consumer, progress);
    }

    private List<ConsumerRecord<byte[], byte[]>> due(
            final List<ConsumerRecord<byte[], byte[]>> records, final Consumer<?, ?> consumer) {
        final Instant now = clock.instant();
        final List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
        final Set<TopicPartition> resting = new HashSet<>();
        for (final ConsumerRecord<byte[], byte[]> record : records) {
            final TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            final Duration left = Duration.between(
                    now, Instant.ofEpochMilli(record.timestamp()).plus(delay));
            if (resting.contains(partition)) {
                continue;
            }
            if (left.isPositive()) {
                resting.add(partition);
                consumer.seek(partition, record.offset());
                rest.accept(partition, left);
            } else {
                due.add(record);
            }
        }
        return due;
    }

    private CompletableFuture<Void> taken(final Arrived arrived) {
        return switch (arrived) {
            case Arrived.Unreadable(var record, var why) -> rounds.dead(record, why);
            case Arrived.Readable(var record, var notice) -> taken(record, notice);
        };
    }

    private CompletableFuture<Void> taken(final ConsumerRecord<byte[], byte[]> record, final Notice notice) {
        final Optional<Errand> errand = ErrandHeaders.errand(record, notice);
        if (errand.isEmpty()) {
            return rounds.dead(record, new UndeliverableException("nothing says which way the notice was to go"));
        }
        final Endpoint endpoint = endpoints.get(errand.get().channel());
        if (errand.get().hopeless()) {
            return givenUp(errand.get(), String.valueOf(errand.get().last()));
        }
        return endpoint == null
                ? givenUp(errand.get(), "there is no such webhook any more")
                : endpoint.take(errand.get());
    }

    private CompletableFuture<Void> givenUp(final Errand errand, final String reason) {
        return rounds.dead(errand, errand.channel() + ": " + reason).thenCompose(_ -> news.failed(errand, reason));
    }
}
