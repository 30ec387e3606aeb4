package io.millrace.api.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Running;
import io.millrace.api.readme.Paper.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's tour, sent line by line; and its Korean sister. */
@ExtendWith(Running.class)
class ReadmeTest {

    private static final String THERE = "localhost:8080";

    private final Caller caller;

    ReadmeTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldAnswerEachLineOfTheTourAsShown() throws Exception {
        final List<Block> blocks = Paper.of("README.md").section("Five minutes").blocks();
        assertThat(blocks).hasSizeGreaterThan(15);
        for (int n = 0; n < blocks.size(); n += 2) {
            assertThat(blocks.get(n).language()).isEqualTo("sh");
            new Shown(blocks.get(n + 1)).isWhatCame(said(blocks.get(n).text()));
        }
    }

    @Test
    void shouldSayTheSameInKorean() {
        final Paper english = Paper.of("README.md");
        final Paper korean = Paper.of("README.ko.md");
        assertThat(korean.blocks()).isEqualTo(english.blocks());
        assertThat(korean.headings()).isEqualTo(english.headings());
        assertThat(korean.figures()).isEqualTo(english.figures());
        assertThat(korean.links().stream().filter(it -> !it.startsWith("README")))
                .containsExactlyElementsOf(english.links().stream()
                        .filter(it -> !it.startsWith("README"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md",
                "docs/concepts.md",
                "docs/scale.md",
                "docs/notices.md"
            })
    void shouldLinkToWhatIsThere(final String page) {
        Paper.of(page).links().stream()
                .filter(link -> !link.contains("://"))
                .map(link -> link.replaceFirst("#.*", ""))
                .forEach(
                        link -> assertThat(Files.exists(Paper.ROOT.resolve(page).resolveSibling(link)))
                                .as("%s links to %s", page, link)
                                .isTrue());
    }

    @Test
    void shouldNoticeAnAnswerThatIsNotTheOneShown() {
        final Shown shown = new Shown(new Block("json", "{\"status\":\"MAKING\",\"at\":\"…\"}"));
        shown.isWhatCame("{\"status\":\"MAKING\",\"at\":\"today\",\"more\":1}");
        for (final String other : List.of("{\"status\":\"MADE\",\"at\":\"today\"}", "{\"status\":\"MAKING\"}")) {
            assertThatThrownBy(() -> shown.isWhatCame(other)).isInstanceOf(AssertionError.class);
        }
    }

    /** What the command said; that it was ended in time, as a live stream is, is no failure. */
    private String said(final String command) throws IOException, InterruptedException {
        final Process process = new ProcessBuilder("sh", "-c", command.replace(THERE, "127.0.0.1:" + caller.port()))
                .redirectErrorStream(true)
                .start();
        final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + said).isIn(0, 28);
        return said;
    }
}
