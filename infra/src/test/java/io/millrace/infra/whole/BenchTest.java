package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.infra.cli.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That everything can be measured, and is written down; not how fast it is. */
class BenchTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @Test
    void shouldMeasureAFreshInstanceBesideTheLimitsOfItsBroker() throws Exception {
        final Path json = dir.resolve("bench.json");
        final Path plot = dir.resolve("bench.svg");
        assertThat(Commands.bench(
                        "--fresh",
                        "--only=RAW,ECHO,EMPTY,READ,MYPAGE,DESK,ORDER,LIFE,DEPOSIT,ACCOUNT",
                        "--callers=2",
                        "--seconds=0.2",
                        "--rounds=1",
                        "--json=" + json,
                        "--plot=" + plot))
                .isZero();
        final JsonNode measured =
                JsonMapper.shared().readTree(Files.readString(json)).at("/measured");
        assertThat(measured.valueStream().map(it -> it.at("/line/what").asString()))
                .containsExactly(
                        "raw produce and consume",
                        "transactional echo",
                        "an empty answer",
                        "read an order",
                        "read MyPage",
                        "order at the desk, no HTTP",
                        "place an order",
                        "a whole café life",
                        "deposit, with password",
                        "read an account");
        assertThat(measured.valueStream())
                .allSatisfy(
                        it -> assertThat(it.at("/line/perSecond").asDouble()).isPositive());
        assertThat(plot).content().startsWith("<svg");
    }

    @Test
    void shouldRefuseToMeasureNothing() {
        assertThat(Commands.bench("--seconds=0")).isEqualTo(2);
        assertThat(Commands.bench("--callers=0")).isEqualTo(2);
        assertThat(Commands.bench("--rounds=0")).isEqualTo(2);
    }
}
