package io.millrace.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.millrace.api.json.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a list goes on is what a list before said, or it is refused in words. */
class CursorFuzzTest {

    @MethodSource("cursors")
    @FuzzTest(maxDuration = "2m")
    void shouldTakeWhatItGaveAndNothingElse(final byte[] sent) {
        final String cursor = new String(sent, StandardCharsets.UTF_8);
        final String id;
        try {
            id = Cursor.id(cursor);
        } catch (final MalformedException e) {
            assertThat(e.problems()).hasSize(1);
            return;
        }
        assertThat(Cursor.of(id)).isEqualTo(cursor);
    }

    static Stream<byte[]> cursors() {
        return Stream.of(Cursor.of("000000000017"), Cursor.of("latte"), Cursor.of("라떼"), "bGF0dGV=", "_-_-", "%", "")
                .map(it -> it.getBytes(StandardCharsets.UTF_8));
    }
}
