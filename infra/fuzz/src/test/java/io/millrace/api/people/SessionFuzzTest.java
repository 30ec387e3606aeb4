package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing becomes a session but what was signed as one, whatever is sent as a token. */
class SessionFuzzTest {

    private static final byte[] KEY = "the key that nobody who fuzzes has".getBytes(StandardCharsets.US_ASCII);
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
    private static final Sessions SESSIONS = new Sessions(KEY, Duration.ofHours(12), NOON);
    private static final Session ANN = SESSIONS.begin("ann");

    @MethodSource("tokens")
    @FuzzTest(maxDuration = "2m")
    void shouldTakeWhatWeSignedAndNothingElse(final byte[] sent) {
        SESSIONS.read(new String(sent, StandardCharsets.UTF_8))
                .ifPresent(session -> assertThat(session).isEqualTo(ANN));
    }

    static Stream<byte[]> tokens() {
        final String token = SESSIONS.token(ANN);
        return Stream.of(token, token.substring(0, token.lastIndexOf('.') + 1), "eyJhbGciOiJub25lIn0.e30.", "a.b.c", "")
                .map(it -> it.getBytes(StandardCharsets.UTF_8));
    }
}
