package io.millrace.api.command;

import io.millrace.api.trace.Step;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.stream.MillraceHeaders;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/** Hands commands to their desks, and waits for the answer as long as the caller wants to. */
public final class Commands {

    /** How long the broker has to confirm a command at the least, however impatient the caller is. */
    private static final Duration TO_BE_TAKEN = Duration.ofSeconds(2);

    private final KafkaOperations<byte[], byte[]> kafka;
    private final AvroCodec codec;
    private final Asked asked;
    private final InstantSource clock;
    private final Waiters callers = new Waiters();

    public Commands(
            final KafkaOperations<byte[], byte[]> kafka,
            final AvroCodec codec,
            final Asked asked,
            final InstantSource clock) {
        this.kafka = kafka;
        this.codec = codec;
        this.asked = asked;
        this.clock = clock;
    }

    /** The receipt; empty if there is none yet: the command was taken, and its receipt will be there. */
    public Optional<Receipt> hand(final Wish wish, final Duration patience) {
        final long begun = System.nanoTime();
        final byte[] value = encoded(wish);
        final Asked.Ask ask =
                asked.open().orElseThrow(() -> new BusyException("Too many commands wait for their answer."));
        final CompletableFuture<SendResult<byte[], byte[]>> sent = send(wish, ask, value);
        sent.whenComplete((_, failure) -> {
            if (failure != null) {
                asked.failed(ask, failure);
            }
        });
        final CompletableFuture<byte[]> receipt = ask.receipt();
        final Thread caller = Thread.currentThread();
        receipt.whenComplete((_, _) -> LockSupport.unpark(caller));
        try {
            if (callers.until(begun + patience.toNanos(), receipt::isDone)) {
                return Optional.of((Receipt) codec.decode(receipt.get()));
            }
            taken(sent, TO_BE_TAKEN.toNanos() - (System.nanoTime() - begun));
            return Optional.empty();
        } catch (final ExecutionException e) {
            throw new NotTakenException("The broker did not take the command.", e);
        } catch (final InterruptedException e) {
            throw interrupted(e);
        }
    }

    private byte[] encoded(final Wish wish) {
        final Instant now = Instant.ofEpochMilli(clock.millis());
        final Envelope envelope =
                Envelopes.command(wish.input().envelope(), wish.key(), wish.desk(), now, wish.actor(), wish.command());
        return codec.encode(wish.input().topic() + "-value", envelope);
    }

    private CompletableFuture<SendResult<byte[], byte[]>> send(
            final Wish wish, final Asked.Ask ask, final byte[] value) {
        try {
            return kafka.send(new ProducerRecord<>(
                    wish.input().topic(),
                    null,
                    wish.desk().getBytes(StandardCharsets.UTF_8),
                    value,
                    headers(wish, ask)));
        } catch (final RuntimeException e) {
            asked.failed(ask, e);
            throw new NotTakenException("The broker can't be reached.", e);
        }
    }

    private static List<Header> headers(final Wish wish, final Asked.Ask ask) {
        final List<Header> headers = new ArrayList<>();
        headers.add(new RecordHeader(MillraceHeaders.ASK, ask.header()));
        if (!wish.own().isEmpty()) {
            headers.add(MillraceHeaders.onlyOwn(wish.own()));
        }
        Step.header().ifPresent(headers::add);
        return headers;
    }

    /** A caller may be told that a command is durable only once it is. */
    private static void taken(final CompletableFuture<?> sent, final long nanos) {
        try {
            sent.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (final TimeoutException | ExecutionException e) {
            throw new NotTakenException("The broker did not confirm the command in time.", e);
        } catch (final InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static NotTakenException interrupted(final InterruptedException e) {
        Thread.currentThread().interrupt();
        return new NotTakenException("The process is stopping.", e);
    }
}
