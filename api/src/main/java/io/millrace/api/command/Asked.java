package io.millrace.api.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The commands this process has handed in and has no receipt for yet. There is room for so many: whoever comes when it
 * is full is told to come again, before anything was taken. A command stays here after its caller stopped waiting, so
 * that a desk that lags is noticed.
 */
public final class Asked {

    /** Longer than anybody waits: then its receipt is not coming, as for a command that went to quarantine. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(60);

    /** One command on its way. */
    public static final class Ask {
        private final byte[] header;
        private final long number;
        private final long since = System.nanoTime();
        private final CompletableFuture<byte[]> receipt = new CompletableFuture<>();

        private Ask(final byte[] header, final long number) {
            this.header = header;
            this.number = number;
        }

        public byte[] header() {
            return header;
        }

        public CompletableFuture<byte[]> receipt() {
            return receipt;
        }
    }

    private final Map<Long, Ask> open = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Semaphore room;
    private final byte[] ours;

    /** The process's own mark goes into each ask: a receipt for an earlier life of this instance is not for us. */
    public Asked(final String instance, final int room) {
        this.room = new Semaphore(room);
        this.ours =
                (instance + "." + UUID.randomUUID().toString().substring(0, 8) + "/").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when there is no room. */
    public Optional<Ask> open() {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        final long number = numbers.incrementAndGet();
        final byte[] digits = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        final byte[] header = Arrays.copyOf(ours, ours.length + digits.length);
        System.arraycopy(digits, 0, header, ours.length, digits.length);
        final Ask ask = new Ask(header, number);
        open.put(number, ask);
        return Optional.of(ask);
    }

    /** A receipt with this ask on it has come; one that is not ours is left alone. */
    public void answered(final byte @Nullable [] header, final byte @Nullable [] receipt) {
        if (header == null
                || receipt == null
                || !Arrays.equals(header, 0, Math.min(ours.length, header.length), ours, 0, ours.length)) {
            return;
        }
        final Ask ask = open.remove(number(header, ours.length));
        if (ask != null) {
            room.release();
            ask.receipt.complete(receipt);
        }
    }

    /** It was never taken. */
    public void failed(final Ask ask, final Throwable why) {
        if (open.remove(ask.number) != null) {
            room.release();
            ask.receipt.completeExceptionally(why);
        }
    }

    public int waiting() {
        return open.size();
    }

    /** Gives up on those that nobody can be waiting for any more. */
    public void forget() {
        final long now = System.nanoTime();
        for (final Ask ask : open.values()) {
            if (now - ask.since > FORGOTTEN.toNanos() && open.remove(ask.number) != null) {
                room.release();
            }
        }
    }

    private static long number(final byte[] header, final int from) {
        long number = 0;
        for (int i = from; i < header.length; i++) {
            number = number * 10 + header[i] - '0';
        }
        return number;
    }
}
