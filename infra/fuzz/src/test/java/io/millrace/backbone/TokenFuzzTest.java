package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.millrace.backbone.stream.Place;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in headers and addresses as a place is one, and says the same when it is written again; or it is none. */
class TokenFuzzTest {

    @MethodSource("tokens")
    @FuzzTest(maxDuration = "2m")
    void shouldTakeTokensAndNothingElse(final byte[] sent) {
        Token.parseAll(new String(sent, StandardCharsets.UTF_8)).ifPresent(tokens -> {
            assertThat(Token.parseAll(Token.text(tokens))).contains(tokens);
            assertThat(tokens).allMatch(it -> it.seq() >= 0);
        });
    }

    @MethodSource("places")
    @FuzzTest(maxDuration = "2m")
    void shouldTakePlacesAndNothingElse(final byte[] sent) {
        Place.ofId(new String(sent, StandardCharsets.UTF_8)).ifPresent(place -> {
            assertThat(Place.parse(place.toString())).contains(place);
            assertThat(place.partition()).isNotNegative();
            assertThat(place.offset()).isNotNegative();
        });
    }

    static Stream<byte[]> tokens() {
        return bytes(
                "cafe/gangnam@17",
                "cafe/gangnam@17, cafe/jamsil@3",
                "people/Ann.B@x_y@1",
                "bank/1-2@999999999999999999",
                "cafe/a@9223372036854775808",
                ",",
                "");
    }

    static Stream<byte[]> places() {
        return bytes(
                "cafe.payments-0-17", "cafe.journal-1-5.pages", "cafe.notices.soon-999999-999999999999999999", "-");
    }

    private static Stream<byte[]> bytes(final String... texts) {
        return Stream.of(texts).map(it -> it.getBytes(StandardCharsets.UTF_8));
    }
}
