package io.millrace.api.page;

import io.millrace.api.command.BusyException;
import io.millrace.api.command.Waiters;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Waiting for pages, on the caller's own virtual thread and until the caller's deadline. Only so many may wait. */
public final class Patience {

    /** Whoever waits looks this often where nobody says that it is time to: at a copy, for example. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** On a machine that has much to do pages may be as late; who is served sooner would miss what they were answered. */
    private static final long COURTESY_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private final Semaphore room;
    private final Waiters readers = new Waiters();

    public Patience(final int room) {
        this.room = new Semaphore(room);
    }

    /** When a wait that begins now has to end, by {@link System#nanoTime()}. */
    public static long deadline(final Duration wait) {
        return System.nanoTime() + wait.toNanos();
    }

    /** How long it still is until then; nothing when it is over. */
    public static Duration left(final long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /** Waits a little, and never as long as somebody else does; false if it is too late to try again. */
    public static boolean napBefore(final long deadline) {
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
            return false;
        }
        LockSupport.parkNanos(AGAIN_NANOS + ThreadLocalRandom.current().nextLong(4 * AGAIN_NANOS));
        return true;
    }

    /** Whether it came true before the deadline. */
    public boolean until(final long deadline, final BooleanSupplier condition) {
        if (condition.getAsBoolean()) {
            return true;
        }
        if (!room.tryAcquire()) {
            throw new BusyException("Too many readers wait for their page.");
        }
        return wait(deadline, condition);
    }

    /** Waits as a courtesy: a short while, and not at all when many wait for what they must have. */
    public void courteously(final long deadline, final BooleanSupplier condition) {
        if (!condition.getAsBoolean() && room.tryAcquire()) {
            wait(Math.min(deadline, System.nanoTime() + COURTESY_NANOS), condition);
        }
    }

    private boolean wait(final long deadline, final BooleanSupplier condition) {
        try {
            boolean there = false;
            while (!there
                    && System.nanoTime() < deadline
                    && !Thread.currentThread().isInterrupted()) {
                there = readers.until(Math.min(deadline, System.nanoTime() + LOOK_NANOS), condition);
            }
            return there;
        } finally {
            room.release();
        }
    }

    /** A page has more than before: whoever waits for it looks again. */
    public void lookAgain() {
        readers.lookAgain();
    }

    /** Reads; again, if the store is not there at the moment. */
    public <T> T read(final long deadline, final Supplier<T> reading) {
        while (true) {
            try {
                return reading.get();
            } catch (final InvalidStateStoreException | NotThereException e) {
                if (!napBefore(deadline)) {
                    throw new NotThereException("The page can't be read at the moment.");
                }
            }
        }
    }
}
