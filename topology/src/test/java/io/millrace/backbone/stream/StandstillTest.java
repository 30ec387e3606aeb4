package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger ended = new AtomicInteger();
    private final Standstill standstill = new Standstill(nanos::get, ended::incrementAndGet);

    @Test
    void shouldLetAProcessGoOnThatIsOnlySlow() {
        for (int n = 0; n < 10; n++) {
            pass(Duration.ofSeconds(5));
            standstill.look();
            standstill.seen();
        }
        assertThat(ended).hasValue(0);
    }

    @Test
    void shouldEndItBeforeItWritesWhatOthersHaveWrittenSince() {
        pass(StreamsSettings.SESSION);
        standstill.look();
        assertThat(ended).hasValue(1);
    }

    @Test
    void shouldEndItWhoeverNoticesFirst() {
        pass(StreamsSettings.SESSION);
        standstill.seen();
        assertThat(ended).hasValue(1);
    }

    @Test
    void shouldNotWaitUntilTheSessionIsOver() {
        pass(StreamsSettings.SESSION.minusSeconds(1));
        standstill.look();
        assertThat(ended).hasValue(1);
    }

    private void pass(final Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
