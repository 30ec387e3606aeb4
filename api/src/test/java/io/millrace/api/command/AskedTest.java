package io.millrace.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final byte[] RECEIPT = {1};

    @Test
    void shouldTellWhoAskedAndNobodyElse() {
        final Asked asked = new Asked("one", 10);
        final Asked.Ask first = asked.open().orElseThrow();
        final Asked.Ask second = asked.open().orElseThrow();

        asked.answered(second.header(), RECEIPT);

        assertThat(first.receipt()).isNotDone();
        assertThat(second.receipt()).isCompletedWithValue(RECEIPT);
        assertThat(asked.waiting()).isEqualTo(1);
    }

    @Test
    void shouldLeaveReceiptsOfAnEarlierLifeAlone() {
        final Asked before = new Asked("one", 10);
        final Asked after = new Asked("one", 10);
        final byte[] stale = before.open().orElseThrow().header();
        final Asked.Ask ours = after.open().orElseThrow();

        after.answered(stale, RECEIPT);
        after.answered("one".getBytes(StandardCharsets.UTF_8), RECEIPT);
        after.answered(new byte[0], RECEIPT);

        assertThat(ours.receipt()).isNotDone();
    }

    @Test
    void shouldHaveRoomAgainOnceAnsweredOrFailed() {
        final Asked asked = new Asked("one", 1);
        final Asked.Ask first = asked.open().orElseThrow();
        assertThat(asked.open()).isEmpty();

        asked.answered(first.header(), RECEIPT);
        asked.answered(first.header(), RECEIPT);
        final Asked.Ask second = asked.open().orElseThrow();
        assertThat(asked.open()).isEmpty();
        asked.failed(second, new IllegalStateException("not taken"));

        assertThat(second.receipt()).isCompletedExceptionally();
        assertThat(asked.open()).isPresent();
    }

    @Test
    void shouldKeepWhatNobodyWaitsForAnyMore() {
        final Asked asked = new Asked("one", 1);
        asked.open();
        asked.forget();
        assertThat(asked.open()).as("it may still be answered").isEmpty();
    }
}
