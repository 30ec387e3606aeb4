package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.stream.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token says of itself which place it is, for every business that there can be. */
class TokenTest {

    @Test
    void shouldReadWhatItWrites() {
        for (final String business : List.of("cafe", "shop24", "b2b")) {
            final Token token = new Token(business, "main-1", 42);
            assertThat(Token.parse(token.toString())).contains(token);
        }
        assertThat(Token.parseAll("cafe/gangnam@1, shop24/main@2"))
                .hasValueSatisfying(it -> assertThat(it).hasSize(2));
    }

    @Test
    void shouldReadPlacesOfEveryTopic() {
        for (final String topic : List.of("cafe.orders", "shop24.orders", "millrace.generations")) {
            final Place place = Place.parse(topic + "-3-17").orElseThrow();
            assertThat(place.topic()).isEqualTo(topic);
            assertThat(place).hasToString(topic + "-3-17");
        }
    }

    @Test
    void shouldTakeNothingElse() {
        assertThat(List.of("cafe/gangnam", "cafe@1", "2go/main@1", "Cafe/main@1", "cafe/main@-1", ""))
                .allSatisfy(text -> assertThat(Token.parse(text)).isEmpty());
    }
}
