package io.millrace.api.command;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Threads that wait for what others do, each until a time of its own. One clock looks after all of them, and only while
 * there are any: with a timer for each, every wait would wake one more thread just to set it.
 */
public final class Waiters {

    private static final long TICK_NANOS = 20_000_000L;

    private final Map<Thread, Long> until = new ConcurrentHashMap<>();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** Waits on the calling thread; whether it came true before the deadline, or hardly a tick later. */
    public boolean until(final long deadline, final BooleanSupplier condition) {
        until.put(Thread.currentThread(), deadline);
        try {
            tickWhileAnybodyWaits();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.park(this);
            }
            return true;
        } finally {
            until.remove(Thread.currentThread());
        }
    }

    /** Something happened that any of them may wait for. */
    public void lookAgain() {
        until.keySet().forEach(LockSupport::unpark);
    }

    private void tickWhileAnybodyWaits() {
        if (!until.isEmpty() && ticking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("waiters").start(this::tick);
        }
    }

    private void tick() {
        try {
            while (!until.isEmpty()) {
                LockSupport.parkNanos(TICK_NANOS);
                final long now = System.nanoTime();
                until.forEach((waiter, deadline) -> {
                    if (now - deadline >= 0) {
                        LockSupport.unpark(waiter);
                    }
                });
            }
        } finally {
            ticking.set(false);
        }
        // who came just now was told that somebody ticks
        tickWhileAnybodyWaits();
    }
}
