package io.millrace.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.command.BusyException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience(1);

    @Test
    void shouldWaitUntilItIsTrue() {
        final AtomicInteger asked = new AtomicInteger();
        assertThat(patience.until(in(Duration.ofSeconds(10)), () -> asked.incrementAndGet() == 5))
                .isTrue();
    }

    @Test
    void shouldGiveUpAtTheDeadline() {
        assertThat(patience.until(in(Duration.ofMillis(5)), () -> false)).isFalse();
    }

    @Test
    void shouldLetOnlySoManyWait() {
        final Patience none = new Patience(0);
        assertThat(none.until(in(Duration.ZERO), () -> true)).isTrue();
        assertThatThrownBy(() -> none.until(in(Duration.ofSeconds(1)), () -> false))
                .isInstanceOf(BusyException.class);
    }

    @Test
    void shouldNotWaitAsACourtesyWhereManyWaitForWhatTheyMustHave() {
        final AtomicInteger asked = new AtomicInteger();
        new Patience(0).courteously(in(Duration.ofSeconds(10)), () -> asked.incrementAndGet() == 5);
        assertThat(asked).hasValue(1);
        patience.courteously(in(Duration.ofSeconds(10)), () -> asked.incrementAndGet() == 5);
        assertThat(asked).hasValue(5);
    }

    @Test
    void shouldReadAgainWhileAStoreMoves() {
        final AtomicInteger tries = new AtomicInteger();
        final String read = patience.read(in(Duration.ofSeconds(10)), () -> {
            if (tries.incrementAndGet() < 3) {
                throw new InvalidStateStoreException("moving");
            }
            return "there";
        });
        assertThat(read).isEqualTo("there");
        assertThatThrownBy(() -> patience.read(in(Duration.ZERO), () -> {
                    throw new InvalidStateStoreException("gone");
                }))
                .isInstanceOf(NotThereException.class);
    }

    private static long in(final Duration wait) {
        return Patience.deadline(wait);
    }
}
