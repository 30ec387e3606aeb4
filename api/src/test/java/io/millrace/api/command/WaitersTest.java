package io.millrace.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.millrace.api.page.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is never let go is noticed after a minute. */
@Timeout(60)
class WaitersTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Waiters waiters = new Waiters();
    private final AtomicBoolean happened = new AtomicBoolean();

    @Test
    void shouldLookOnlyWhenTold() throws Exception {
        final AtomicInteger looked = new AtomicInteger();
        final Waiting waiting = waiting(() -> waiters.until(in(LONG), () -> looked.incrementAndGet() == 3));

        waiting.isParked();
        assertThat(looked).hasValue(1);
        waiters.lookAgain();
        await().untilAtomic(looked, it -> assertThat(it).isEqualTo(2));
        waiting.isParked();
        waiters.lookAgain();
        assertThat(waiting.outcome().get()).isTrue();
        assertThat(looked).hasValue(3);
    }

    @Test
    void shouldTellAllWhoWait() throws Exception {
        final List<Future<Boolean>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                all.add(threads.submit(() -> waiters.until(in(LONG), happened::get)));
            }
            happened.set(true);
            waiters.lookAgain();
            for (final Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    /** Each time the clock begins anew, because nobody waits in between. */
    @Test
    void shouldLetGoWhoseTimeIsOverThoughNobodyTellsThem() {
        for (int i = 0; i < 20; i++) {
            assertThat(waiters.until(in(Duration.ofMillis(i)), happened::get)).isFalse();
        }
    }

    @Test
    void shouldNotWaitForWhatIsTrue() {
        assertThat(waiters.until(in(Duration.ZERO), () -> true)).isTrue();
    }

    @Test
    void shouldLetGoWhoIsInterrupted() throws Exception {
        final Waiting waiting = waiting(() -> waiters.until(in(LONG), happened::get));

        waiting.isParked();
        waiting.thread().interrupt();
        assertThat(waiting.outcome().get()).isFalse();
    }

    private record Waiting(Thread thread, Future<Boolean> outcome) {
        void isParked() {
            await().until(() -> thread.getState() == Thread.State.WAITING);
        }
    }

    private static Waiting waiting(final Callable<Boolean> waits) {
        final FutureTask<Boolean> outcome = new FutureTask<>(waits);
        return new Waiting(Thread.ofVirtual().start(outcome), outcome);
    }

    private static long in(final Duration wait) {
        return Patience.deadline(wait);
    }
}
