package io.millrace.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.millrace.backbone.Checks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** A body becomes a command in which every value is one that may be, or it is refused in words. */
class JsonFuzzTest {

    /** Two that look like ids, and like numbers. */
    private static final List<String> IN_PATHS = List.of("latte", "1");

    private static final List<Way> WAYS = Way.all();

    @MethodSource("bodies")
    @FuzzTest(maxDuration = "4m")
    void shouldUnderstandOrSayWhyNot(final byte[] body) {
        try {
            final Problems problems = new Problems();
            final Map<String, @Nullable Object> sent = Sent.object(body, problems);
            problems.orThrow();
            assertThat(sent.keySet())
                    .containsAll(Sent.object(Json.of(sent), new Problems()).keySet());
            WAYS.forEach(way -> IN_PATHS.forEach(id -> bind(way, sent, id)));
        } catch (final MalformedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void bind(final Way way, final Map<String, @Nullable Object> sent, final String id) {
        try {
            final SpecificRecord command = way.bind(sent, id);
            assertThat(command == null ? List.of() : Checks.problems(command)).isEmpty();
        } catch (final MalformedException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    /** One for each sort of thing that can be in one, and some that nobody should send. */
    static Stream<byte[]> bodies() {
        return """
                {"customer":"HSI","type":"TAKEOUT","lines":[{"item":"latte","quantity":1}],"by":"x"}
                {"equipment":"laptop","name":"카페 라떼","category":null,"price":4500,"stock":1}
                {"name":"x","dispatch":"RIDER","paymentTimeout":"PT10M"}
                {"a":[1,1.5,-0,1e9,9223372036854775808,true,{"b":"\\ud83d\\ude00"}],"a":1} {}
                [[[[[[[[[[[[[[[[[""".lines().map(it -> it.getBytes(StandardCharsets.UTF_8));
    }
}
