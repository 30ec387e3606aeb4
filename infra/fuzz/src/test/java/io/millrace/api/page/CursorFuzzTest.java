package io.millrace.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a list goes on is what a list before said, or it is nothing. */
class CursorFuzzTest {

    @MethodSource("cursors")
    @FuzzTest(maxDuration = "2m")
    void shouldTakeWhatItGaveAndNothingElse(final byte[] sent) {
        final String cursor = new String(sent, StandardCharsets.UTF_8);
        Cursor.id(cursor).ifPresent(id -> assertThat(Cursor.of(id)).isEqualTo(cursor));
    }

    static Stream<byte[]> cursors() {
        return Stream.of(Cursor.of("000000000017"), Cursor.of("latte"), Cursor.of("라떼"), "bGF0dGV=", "_-_-", "%", "")
                .map(it -> it.getBytes(StandardCharsets.UTF_8));
    }
}
