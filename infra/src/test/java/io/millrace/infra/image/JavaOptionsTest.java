package io.millrace.infra.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever starts Millrace starts it with the same options, and a virtual machine knows all of them. */
class JavaOptionsTest {

    private static final Path ROOT = Path.of(System.getProperty("millrace.root", ".."));

    @ParameterizedTest
    @ValueSource(strings = {"millrace", "infra/image/Dockerfile", "infra/image/oci"})
    void shouldStartWithWhatIsWrittenOnce(final String starts) throws IOException {
        assertThat(Files.readString(ROOT.resolve(starts)))
                .contains("infra/java.options")
                .doesNotContain("-XX:+");
    }

    @Test
    void shouldStartAVirtualMachine() {
        final String java =
                Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(Layout.run(java, "@" + ROOT.resolve("infra/java.options"), "-version"))
                .doesNotContainIgnoringCase("warning");
    }
}
