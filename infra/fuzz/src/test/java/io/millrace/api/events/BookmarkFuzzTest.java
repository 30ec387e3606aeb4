package io.millrace.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listener resumes by is what it was given last, or it is none. */
class BookmarkFuzzTest {

    @MethodSource("bookmarks")
    @FuzzTest(maxDuration = "2m")
    void shouldTakeBookmarksAndNothingElse(final byte[] sent) {
        Bookmark.parse(new String(sent, StandardCharsets.UTF_8)).ifPresent(bookmark -> {
            final String text = bookmark.toString();
            assertThat(Bookmark.parse(text).map(Bookmark::toString)).contains(text);
        });
    }

    static Stream<byte[]> bookmarks() {
        return Stream.of(
                        "cafe=12.0+1.5;bank=0.0.7", "cafe=0", "cafe=", "=1", "cafe=1+1001", "cafe=18446744073709551615")
                .map(it -> it.getBytes(StandardCharsets.UTF_8));
    }
}
