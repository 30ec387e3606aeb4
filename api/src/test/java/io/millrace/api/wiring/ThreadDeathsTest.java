package io.millrace.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.client.RegistryUnavailableException;
import java.time.Duration;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadDeathsTest {

    private static final int OFTEN = 10;

    private final ThreadDeaths deaths = new ThreadDeaths("cafe-desk", Duration.ZERO);

    @Test
    void shouldGiveUpWhenThreadsDieAgainAndAgain() {
        die(1, new StreamsException("once"));
        assertThat(deaths.tooMany()).isFalse();
        die(OFTEN, new StreamsException("again"));
        assertThat(deaths.tooMany()).isTrue();
    }

    @Test
    void shouldWaitForARegistryHoweverLongItIsAway() {
        die(OFTEN, new StreamsException(new RegistryUnavailableException("away", null)));
        assertThat(deaths.tooMany()).isFalse();
        assertThat(deaths.ever()).isEqualTo(OFTEN);
    }

    private void die(final int times, final StreamsException why) {
        for (int n = 0; n < times; n++) {
            assertThat(deaths.handle(why)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }
    }
}
