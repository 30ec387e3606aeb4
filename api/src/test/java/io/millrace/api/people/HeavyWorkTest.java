package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.millrace.api.command.BusyException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HeavyWorkTest {

    @Test
    @Timeout(60)
    void shouldSendAwayWhoFindsTheQueueFullAndServeAllOthers() throws Exception {
        final CountDownLatch go = new CountDownLatch(1);
        final AtomicInteger begun = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        try (var work = new HeavyWork("test", 1, 2)) {
            final List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 11; i++) {
                callers.add(Thread.ofVirtual().start(() -> tryIt(work, go, begun, refused)));
            }
            await().until(() -> refused.get() == 8);
            assertThat(begun).as("one thread, two in the queue").hasValue(1);
            go.countDown();
            for (final Thread caller : callers) {
                caller.join();
            }
            assertThat(begun).hasValue(3);
            assertThat(work.run(() -> 7)).isEqualTo(7);
        } finally {
            go.countDown();
        }
    }

    @Test
    void shouldPassOnWhatWentWrong() throws Exception {
        try (var work = new HeavyWork("test", 1, 1)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> work.run(() -> {
                        throw new IllegalStateException("as it was");
                    }))
                    .withMessage("as it was");
        }
    }

    private static void tryIt(
            final HeavyWork work, final CountDownLatch go, final AtomicInteger begun, final AtomicInteger refused) {
        try {
            work.run(() -> waited(go, begun));
        } catch (final BusyException e) {
            refused.incrementAndGet();
        }
    }

    private static int waited(final CountDownLatch go, final AtomicInteger begun) {
        begun.incrementAndGet();
        try {
            go.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
