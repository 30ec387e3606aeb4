package io.millrace.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;

class OnePartTest {

    private final Door door = new Door();

    @Test
    void shouldLetInOneReaderAtATime() throws Exception {
        crowd(new OnePart(door, new ReentrantLock()));
        assertThat(door.most).hasValue(1);
    }

    /** Else the test above would not notice. */
    @Test
    void shouldMeetOthersWithoutTurns() throws Exception {
        crowd(door);
        assertThat(door.most.get()).isGreaterThan(1);
    }

    @Test
    void shouldLeaveItsTurnToOthersWhenTheStoreIsGone() {
        final ReentrantLock turn = new ReentrantLock();
        final OnePart part = new OnePart(door, turn);
        assertThatThrownBy(() -> part.range("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(turn.isLocked()).isFalse();
    }

    private static void crowd(final ReadOnlyKeyValueStore<String, byte[]> rows) throws Exception {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(readers.submit(() -> rows.get("latte")));
            }
            for (final Future<?> one : all) {
                one.get(10, TimeUnit.SECONDS);
            }
        }
    }

    /** Counts who is inside; a visit lasts until somebody else has come in, or long enough that they could have. */
    private static final class Door implements ReadOnlyKeyValueStore<String, byte[]> {

        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public byte[] get(final String key) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
            while (most.get() == 1 && System.nanoTime() < until) {
                Thread.yield();
            }
            inside.decrementAndGet();
            return new byte[0];
        }

        @Override
        public KeyValueIterator<String, byte[]> range(final String from, final String to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KeyValueIterator<String, byte[]> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long approximateNumEntries() {
            return 0;
        }
    }
}
