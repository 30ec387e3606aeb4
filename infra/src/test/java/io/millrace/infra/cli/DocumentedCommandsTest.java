package io.millrace.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every {@code ./millrace …} in a document is one that is understood. */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of(System.getProperty("millrace.root", ".."));

    /** A command in a block of code, or between backticks. */
    private static final Pattern COMMAND = Pattern.compile("(?:^|`)\\./millrace ([^`#\\n]*)", Pattern.MULTILINE);

    @Test
    void shouldUnderstandWhatDocumentsTellPeopleToType() throws IOException {
        final List<String> commands = new ArrayList<>();
        for (final Path page : pages()) {
            final String text = Files.readString(page).replace("\\\n", " ");
            COMMAND.matcher(text)
                    .results()
                    .forEach(it -> commands.add(it.group(1).strip()));
        }
        assertThat(commands).contains("up", "new library").allSatisfy(DocumentedCommandsTest::understood);
    }

    @Test
    void shouldNoticeWhatIsNotUnderstood() {
        assertThatThrownBy(() -> understood("up --no-such-thing")).isInstanceOf(AssertionError.class);
    }

    private static void understood(final String command) {
        final CommandLine line = new CommandLine(new Millrace());
        try {
            line.parseArgs(command.split("\\s+"));
        } catch (final CommandLine.ParameterException e) {
            throw new AssertionError("./millrace " + command + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
