package io.millrace.api.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.cafe.Cafe;
import io.millrace.rental.Rental;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are made of the code say what the code says. */
class WrittenTest {

    static Stream<Business> businesses() {
        return Businesses.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("businesses")
    void shouldDescribeEachBusinessAsItIs(final Business business) {
        Written.matches("docs/businesses/" + business.name() + ".md", BusinessPage.of(business));
    }

    @Test
    void shouldDrawTheFlowOfOneOrderAsItIs() {
        Written.matches("docs/concepts.md", Paper.of("docs/concepts.md").drawing(Flow.of("cafe")));
        assertThat(Paper.of("docs/concepts.md").text()).contains(Flow.of("cafe"));
    }

    @Test
    void shouldListEveryTopic() {
        Written.matches("docs/topics.md", TopicsPage.of(Businesses.ALL));
        Written.matches("docs/asyncapi.json", AsyncApi.of(Businesses.ALL));
    }

    @Test
    void shouldListEveryRequest() {
        Written.matches("docs/http.md", HttpPage.of(Businesses.ALL));
    }

    @Test
    void shouldFindEveryCodeThatARuleRefusesWith() {
        assertThat(Refusals.of(Cafe.BUSINESS))
                .containsEntry("OUT_OF_STOCK", Set.of("422"))
                .containsEntry("TOO_LATE", Set.of("409"))
                .containsEntry("ALREADY_CANCELED", Set.of("409"))
                .containsEntry("WRONG_STATE", Set.of("409"))
                .containsEntry("NOT_FOUND", Set.of("404"));
        assertThat(Refusals.of(Rental.BUSINESS)).containsEntry("OUT_OF_STOCK", Set.of("409", "422"));
    }
}
