package io.millrace.api.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Businesses;
import io.millrace.api.json.CommandBinder;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a business declares, the façade can take and describe. */
class EveryBusinessTest {

    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    static Stream<Business> businesses() {
        return Businesses.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("businesses")
    void shouldTakeEachOfItsCommands(final Business business) {
        for (final Form form :
                business.forms().stream().filter(it -> !it.byHand()).toList()) {
            final var inPath = IN_BRACES
                    .matcher(form.path())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
            form.commands().values().forEach(command -> {
                assertThat(new CommandBinder(command, inPath).command()).isEqualTo(command);
                assertThat(business.inputOf(command)).isNotNull();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("businesses")
    void shouldDescribeEachOfItsPages(final Business business) {
        final String api = new String(OpenApi.of(List.of(business)), StandardCharsets.UTF_8);
        final String desk = "{" + business.deskWord() + "}/";
        business.listings().forEach(it -> assertThat(api).contains(desk + it.path() + "\""));
        business.views().forEach(it -> assertThat(api).contains(desk + it.path() + "\""));
        business.tallies().forEach(it -> assertThat(api).contains(desk + it.path() + "\""));
        business.personals()
                .forEach(it ->
                        assertThat(api).contains("/" + business.name() + "/" + it.path() + "/{" + it.word() + "}"));
    }
}
