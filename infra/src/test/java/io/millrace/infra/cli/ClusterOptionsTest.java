package io.millrace.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.api.wiring.BackboneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClusterOptionsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @Test
    void shouldJoinWithOneCopyAndAKnownAddress() throws IOException {
        final BackboneSettings joined = options("--advertise", "cafe-2:8080", secretFile("a secret of the cluster\n"))
                .join(alone(), true);

        assertThat(joined.standbys()).isEqualTo(1);
        assertThat(joined.cluster())
                .isNotNull()
                .satisfies(it -> assertThat(it.address()).isEqualTo("cafe-2:8080"));
    }

    @Test
    void shouldBeAloneWithoutAnAddress() {
        assertThat(options().join(alone(), true).cluster()).isNull();
        assertThat(options().join(alone(), true).standbys()).isZero();
        assertThat(options().instance(false, 8080)).isEqualTo("one");
    }

    @Test
    void shouldNameInstancesOfOneMachineApart() {
        assertThat(options().instance(true, 8080))
                .endsWith("-8080")
                .isNotEqualTo(options().instance(true, 8081));
        assertThat(options("--instance", "left").instance(true, 8080)).isEqualTo("left");
    }

    @Test
    void shouldDivideTopicsForSeveralInstancesMoreThanForOne() {
        assertThat(options().join(alone(), false).partitions()).isEqualTo(2);
        assertThat(options().join(alone(), true).partitions()).isEqualTo(4);
        assertThat(options("--partitions", "12").join(alone(), true).partitions())
                .isEqualTo(12);
        assertThat(options("--partitions", "1").join(alone(), false).partitions())
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatCanNotWork() throws IOException {
        refuses("at least 16", true, "--advertise", "a:1", secretFile("short"));
        refuses("host:port", true, "--advertise", "nowhere", secretFile("a secret of the cluster"));
        refuses("host:port", true, "--advertise", "a:70000", secretFile("a secret of the cluster"));
        refuses("needs --bootstrap", false, "--advertise", "a:1", secretFile("a secret of the cluster"));
        refuses("can't be read", true, "--advertise", "a:1", "--cluster-secret-file=" + dir.resolve("none"));
        refuses("less than 0", true, "--standbys", "-1");
        refuses("--partitions takes 1 to 128", false, "--partitions", "0");
        refuses("--partitions takes 1 to 128", true, "--partitions", "129");
    }

    private static void refuses(final String why, final boolean joins, final String... arguments) {
        final ClusterOptions options = options(arguments);
        assertThatThrownBy(() -> options.check(joins, new CommandLine(new Millrace())))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining(why);
    }

    private String secretFile(final String secret) throws IOException {
        return "--cluster-secret-file=" + Files.writeString(dir.resolve("secret"), secret);
    }

    private static ClusterOptions options(final String... arguments) {
        return CommandLine.populateCommand(new ClusterOptions(), arguments);
    }

    private BackboneSettings alone() {
        return BackboneSettings.of("localhost:1", "mock://none", dir, "one", List.of(), 0);
    }
}
