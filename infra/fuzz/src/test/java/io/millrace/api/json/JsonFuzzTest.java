package io.millrace.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Form;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** A body becomes a command in which every value is one that may be, or it is refused in words. */
class JsonFuzzTest {

    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    /** Two that look like ids, and like numbers. */
    private static final List<String> IN_PATHS = List.of("latte", "1");

    private record Way(CommandBinder binder, Set<String> inPath) {}

    private static final List<Way> WAYS =
            Businesses.ALL.stream().flatMap(JsonFuzzTest::ways).toList();

    @MethodSource("bodies")
    @FuzzTest(maxDuration = "4m")
    void shouldUnderstandOrSayWhyNot(final byte[] body) {
        final Map<String, @Nullable Object> sent;
        try {
            final Problems problems = new Problems();
            sent = Sent.object(body, problems);
            problems.orThrow();
        } catch (final MalformedException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(sent.keySet())
                .containsAll(Sent.object(Json.of(sent), new Problems()).keySet());
        WAYS.forEach(way -> IN_PATHS.forEach(id -> bind(way, sent, id)));
    }

    private static void bind(final Way way, final Map<String, @Nullable Object> sent, final String id) {
        final SpecificRecord command;
        try {
            command = way.binder()
                    .bind(sent, way.inPath().stream().collect(Collectors.toMap(it -> it, _ -> id)), new Problems());
        } catch (final MalformedException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        if (command != null) {
            assertThat(Checks.problems(command)).isEmpty();
        }
    }

    static Stream<byte[]> bodies() {
        return Stream.of(
                        "{\"customer\":\"HSI\",\"type\":\"TAKEOUT\",\"lines\":[{\"item\":\"latte\",\"quantity\":1}]}",
                        "{\"item\":\"latte\",\"name\":\"카페 라떼\",\"price\":4500,\"stock\":10}",
                        "{\"product\":\"latte\",\"quantity\":10000}",
                        "{\"name\":\"x\",\"dispatch\":\"RIDER\",\"paymentTimeout\":\"PT10M\"}",
                        "{\"equipment\":\"laptop\",\"name\":\"x\",\"category\":null,\"stock\":1}",
                        "{\"restaurant\":\"mill\",\"destination\":\"Mill Lane 1\",\"cost\":3500}",
                        "{\"rider\":\"han\"}",
                        "{\"by\":\"boss\"}",
                        "{\"name\":\"x\",\"maxActive\":3}",
                        "{\"a\":[1,1.5,-0,1e9,9223372036854775808,true,null,{\"b\":\"\\ud83d\\ude00\"}],\"a\":1}",
                        "{} {}",
                        "[[[[[[[[[[[[[[[[[",
                        "{}",
                        "")
                .map(it -> it.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Way> ways(final Business business) {
        return business.forms().stream()
                .filter(form -> !form.byHand())
                .flatMap(form -> form.commands().values().stream().map(it -> way(form, it)));
    }

    private static Way way(final Form form, final Class<? extends SpecificRecord> command) {
        final Set<String> inPath = IN_BRACES
                .matcher(form.path())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        return new Way(new CommandBinder(command, inPath), inPath);
    }
}
