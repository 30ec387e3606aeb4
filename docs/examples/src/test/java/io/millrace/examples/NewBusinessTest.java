package io.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.infra.begin.DeskName;
import io.millrace.infra.begin.Name;
import io.millrace.infra.begin.NewBusiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./millrace new}: what it makes compiles and passes, and the house changes by one line. */
class NewBusinessTest {

    private static final Path LIST = Path.of("topology/src/main/java/io/millrace/Businesses.java");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path house;

    /** As much of the house as {@code new} looks at. */
    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(house.resolve(LIST).getParent());
        Files.copy(Made.ROOT.resolve(LIST), house.resolve(LIST));
        for (final Path file : Made.files(Made.ROOT.resolve("docs/examples/src"), "")) {
            final Path copy = house.resolve(Made.ROOT.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void shouldMakeABusinessThatCompilesAndPassesItsTests() throws Exception {
        final List<Path> written = shed().write();

        assertThat(written).contains(Path.of("topology/src/main/java/io/millrace/shed24/Shed24.java"));
        final Path list = house.resolve(LIST);
        final List<String> before = Files.readAllLines(Made.ROOT.resolve(LIST));
        final List<String> after = new ArrayList<>(Files.readAllLines(list));
        assertThat(after.removeIf(line -> line.strip().equals("io.millrace.shed24.Shed24.BUSINESS,")))
                .isTrue();
        assertThat(after).as("it needs one line, and no other").isEqualTo(before);
        Files.delete(list);
        assertThat(texts(written))
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("library"))
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("branch"));
        deleteTheExample();
        assertThat(Made.compiled(house).tested("io.millrace.shed24")).isEmpty();
    }

    /** Long lines aside: what is wider or narrower under another name, only the formatter knows to break. */
    @Test
    void shouldWriteWhatNobodyHasToPutInOrder() throws IOException {
        final List<String> written = texts(new NewBusiness(house, new Name("archive"), DeskName.of("office")).write());

        assertThat(written)
                .noneMatch(text -> Pattern.compile("(?i)\\ba (archive|office)")
                        .matcher(text)
                        .find());
        assertThat(written).anyMatch(text -> text.contains("/** An office's desk:"));
        assertThat(written).allSatisfy(text -> {
            for (final String kind : List.of("import static .*", "import (?!static ).*")) {
                final List<String> imports =
                        text.lines().filter(line -> line.matches(kind)).toList();
                assertThat(imports.stream().map(line -> line.replace(";", ""))).isSorted();
            }
        });
    }

    @Test
    void shouldRefuseANameThatIsTakenAndWriteNothing() throws IOException {
        shed().write();
        final List<String> before = Files.readAllLines(house.resolve(LIST));
        assertThatThrownBy(() -> shed().write()).hasMessageContaining("is there already");
        assertThat(Files.readAllLines(house.resolve(LIST))).isEqualTo(before);
        for (final String name : List.of("events", "loan", "class", "Library", "x", "my-shop", "")) {
            assertThatThrownBy(() -> new Name(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> DeskName.of(name + "!")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Without imports, comments and what is empty: what somebody has to think of. */
    @Test
    void shouldNeedFewerThanThreeHundredLines() throws IOException {
        final Pattern nothing = Pattern.compile("\\s*(import .*|package .*|//.*|/?\\*.*|)");
        long lines = 0;
        for (final Path file : shed().write()) {
            if (!file.toString().contains("src/test")) {
                lines += Files.readAllLines(house.resolve(file)).stream()
                        .filter(line -> !nothing.matcher(line).matches())
                        .count();
            }
        }
        assertThat(lines).isBetween(100L, 299L);
    }

    private NewBusiness shed() {
        return new NewBusiness(house, new Name("shed24"), DeskName.of("yard"));
    }

    private List<String> texts(final List<Path> files) throws IOException {
        final List<String> texts = new ArrayList<>();
        for (final Path file : files) {
            texts.add(file + Files.readString(house.resolve(file)));
        }
        return texts;
    }

    private void deleteTheExample() throws IOException {
        for (final Path file : Made.files(house.resolve("docs/examples"), "").reversed()) {
            Files.delete(file);
        }
    }
}
